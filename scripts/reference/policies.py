#!/usr/bin/env python3
"""Evolves small sparse networks the plain way: dense NumPy matrices in float64, sorting, sets.

An oracle for sparsesh's policies set_pooled, codaset, corset and codacorset, whose choices are
compared cell by cell, and for set, copaset and copacorset, whose choices are random: for these all
pairs of cells that may be drawn are listed with their probabilities. Networks, samples and weights
are drawn here and stored with the result. Written from the papers (Mocanu et al. 2018; Pieterse &
Mocanu 2019, Eq. 2 and 3). Needs NumPy alone.

    python3 scripts/reference/policies.py scripts/reference/expected
"""

import itertools
import json
import math
import os
import sys

import numpy as np

from masked_sgd import Neurons

# How far apart two numbers must be for their order to be beyond doubt in 32-bit arithmetic.
APART = 2e-5


class Network:
    """Sparse layers with biases, the last one linear."""

    def __init__(self, rng, widths, activation, density, samples, idle=0):
        self.widths, self.activation, self.layers = widths, activation, []
        x = rng.normal(size=(samples, widths[0]))
        x[:, :idle] = 0
        self.features = x.astype(np.float32)
        for k, (rows, columns) in enumerate(zip(widths, widths[1:])):
            chosen = np.sort(rng.choice(rows * columns, round(density * rows * columns), replace=False))
            cells = np.stack([chosen // columns, chosen % columns], axis=1)
            weights = rng.uniform(-1, 1, len(chosen)).astype(np.float32)
            bias = rng.uniform(-0.3, 0.3, columns).astype(np.float32)
            parameters = {}
            if activation == "srelu" and k < len(widths) - 2:
                bounds = {"t_left": (-1, 0), "a_left": (0, 1), "t_right": (0, 1), "a_right": (0, 1)}
                parameters = {
                    name: rng.uniform(*ends, columns).astype(np.float32) for name, ends in bounds.items()
                }
            self.layers.append((cells, weights, bias, parameters))

    def activations(self, stage):
        """What the neurons of each layer, inputs first, make of the samples."""
        post = self.features.astype(np.float64)
        seen = [post]
        for k, (cells, weights, bias, parameters) in enumerate(self.layers):
            dense = np.zeros((self.widths[k], self.widths[k + 1]))
            dense[cells[:, 0], cells[:, 1]] = weights
            sums = post @ dense + bias
            last = k == len(self.layers) - 1
            post = sums if last else Neurons(self.activation, k + 1, parameters).forward(sums)
            seen.append(post if stage == "post" else sums)
        return seen

    def similarities(self, stage):
        """C of every layer, Eq. 2; 0 where a norm is."""
        seen = self.activations(stage)
        result = []
        for a, b in zip(seen, seen[1:]):
            norms = np.outer(np.linalg.norm(a, axis=0), np.linalg.norm(b, axis=0))
            result.append(np.divide(np.abs(a.T @ b), norms, out=np.zeros_like(norms), where=norms > 0))
        return result

    def stored(self):
        return {
            "widths": self.widths,
            "activation": self.activation,
            "features": self.features.ravel().tolist(),
            "layers": [
                {
                    "cells": cells.tolist(),
                    "weights": weights.tolist(),
                    "bias": bias.tolist(),
                    "parameters": {name: p.tolist() for name, p in parameters.items()},
                }
                for cells, weights, bias, parameters in self.layers
            ],
        }


def smallest(scores, positions, count):
    """The `count` of the positions whose score is nearest to zero, which must not be a close call."""
    order = sorted(positions, key=lambda p: (abs(scores[p]), p))
    if 0 < count < len(order):
        below, above = abs(scores[order[count - 1]]), abs(scores[order[count]])
        assert above - below > APART * above, "a close call: take another seed"
    return order[:count]


def removed(policy, weights, c, zeta):
    """The positions that go."""
    scores = weights.astype(np.float64)
    everything = range(len(scores))
    if policy == "set_pooled":
        return sorted(smallest(scores, everything, math.floor(zeta * len(scores) + 1e-9)))
    if policy in ("corset", "codacorset", "copacorset"):
        scores = scores * c
    gone = [p for p in everything if scores[p] == 0] if zeta > 0 else []
    for sign in (1, -1):
        tail = [p for p in everything if scores[p] * sign > 0]
        gone += smallest(scores, tail, math.floor(zeta * len(tail) + 1e-9))
    return sorted(gone)


def eligible(cells, gone, c, forbid):
    """The cells that may be chosen for their similarity, in order."""
    rows, columns = c.shape
    staying = {tuple(cell) for p, cell in enumerate(cells.tolist()) if forbid or p not in set(gone)}
    return [(p, q) for p in range(rows) for q in range(columns) if (p, q) not in staying]


def most_similar(cells, gone, c, forbid):
    """The cells that codaset adds for their similarity; fewer than went where fewer have any."""
    free = [cell for cell in eligible(cells, gone, c, forbid) if c[cell] > 0]
    order = sorted(free, key=lambda cell: (-c[cell], cell))
    if 0 < len(gone) < len(order):
        above, below = c[order[len(gone) - 1]], c[order[len(gone)]]
        assert above - below > APART * above, "a close call: take another seed"
    return sorted(order[: len(gone)])


def exact_cases(network):
    """What the policies without chance in what they choose do to a network."""
    cases = []
    for policy in ("set_pooled", "codaset", "corset", "codacorset"):
        for stage, zeta, forbid in itertools.product(("post", "pre"), (0.3, 0.6), (False, True)):
            if policy == "set_pooled" and stage == "pre":
                continue
            layers = []
            for (cells, weights, _, _), c in zip(network.layers, network.similarities(stage)):
                gone = removed(policy, weights, c[cells[:, 0], cells[:, 1]], zeta)
                layer = {"removed": cells[gone].tolist()}
                if policy.startswith("coda"):
                    layer["similar"] = [list(cell) for cell in most_similar(cells, gone, c, forbid)]
                layers.append(layer)
            cases.append(
                {"policy": policy, "stage": stage, "zeta": zeta, "forbid_removed": forbid, "layers": layers}
            )
    return cases


def pair_cases(network, zeta):
    """The probabilities of all pairs that two draws without replacement may give in layer 1."""
    cells, weights, _, _ = network.layers[0]
    c = network.similarities("post")[0]
    cases = []
    for policy in ("set", "set_pooled", "corset", "copaset", "copacorset"):
        gone = removed(policy, weights, c[cells[:, 0], cells[:, 1]], zeta)
        assert len(gone) == 2
        free = eligible(cells, gone, c, False)
        weight = {cell: c[cell] if policy.startswith("copa") else 1.0 for cell in free}
        total = sum(weight.values())
        pairs = []
        for a, b in itertools.combinations(free, 2):
            p, q = weight[a] / total, weight[b] / total
            if p * q > 0:
                pairs.append({"cells": [list(a), list(b)], "probability": p * q / (1 - p) + p * q / (1 - q)})
        assert abs(sum(pair["probability"] for pair in pairs) - 1) < 1e-12
        cases.append({"policy": policy, "zeta": zeta, "removed": cells[gone].tolist(), "pairs": pairs})
    return cases


def write(folder, name, value):
    with open(os.path.join(folder, name + ".json"), "w") as file:
        json.dump(value, file, separators=(",", ":"))
        file.write("\n")


def main():
    folder = sys.argv[1]
    rng = np.random.default_rng(20190316)
    for name, activation, idle in (("tanh", "tanh", 0), ("srelu", "srelu", 0), ("idle", "relu", 5)):
        density = 0.75 if idle else 0.3
        network = Network(rng, [9, 11, 8, 4], activation, density, samples=25, idle=idle)
        write(folder, f"policies-{name}", {"network": network.stored(), "cases": exact_cases(network)})
    network = Network(rng, [4, 5, 3], "tanh", 0.5, samples=12)
    write(folder, "policies-pairs", {"network": network.stored(), "cases": pair_cases(network, 0.28)})


if __name__ == "__main__":
    main()
