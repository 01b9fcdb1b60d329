#!/usr/bin/env python3
"""LiSET's skip layers and RigL's choice of connections the plain way: dense NumPy in float64.

    python3 scripts/reference/skip_and_gradient.py scripts/reference/expected

makes two small cases, drawn here and stored with what they come to:

small-liset.json: a network with skip layers, a few batches of training in which skip layers are left
    out by a given pattern; losses, and the final weights of both. Then the weights of the inputs in the
    growth of connections, for the final skip layers and some gamma, in both forms (Radu 2021,
    Algorithm 1).
small-rigl.json: the gradient of one batch by every cell, and the exact connections that go and come at
    some steps of a schedule (Evci et al. 2020, Algorithm 1).
"""

import argparse
import json
import math
import os

import numpy as np

from masked_sgd import Layer, Neurons, forward, softmax_loss

SLOPE = 0.1


def draw_network(random, widths, density):
    """Layers of leaky neurons under random masks, the last dense; and what is stored of them."""
    layers, stored = [], []
    for k in range(1, len(widths)):
        shape, output = (widths[k - 1], widths[k]), k == len(widths) - 1
        mask = np.ones(shape) if output else (random.random(shape) < density).astype(float)
        weight = (random.normal(size=shape, scale=0.6) * mask).astype(np.float32).astype(float)
        bias = random.normal(size=shape[1], scale=0.1).astype(np.float32).astype(float)
        name = "linear" if output else f"leaky_relu({SLOPE})"
        layers.append(Layer(weight, mask, bias, Neurons(name, k, {})))
        stored.append(
            {
                "cells": np.argwhere(mask).tolist(), "weights": weight[mask > 0].tolist(),
                "dense": output, "bias": bias.tolist(),
            }
        )
    return layers, stored


def draw_samples(random, count, width, classes):
    labels = random.integers(0, classes, count)
    x = (random.normal(size=(count, width)) + labels[:, None]).astype(np.float32).astype(float)
    return x, labels


def score_gradient(scores, labels):
    losses, correct, probability = softmax_loss(scores, labels)
    probability[np.arange(len(labels)), labels] -= 1
    return losses.sum(), correct, probability / len(labels)


# LiSET


def train_with_skips(layers, skips, present, x, labels, rate, momentum, decay):
    """One batch: scores are those of the network and of the skip layers present, and the gradient goes
    back through both."""
    scores, kept = forward(layers, x)
    for skip, here in zip(skips, present):
        if here:
            scores = scores + kept[skip.reads][0] @ skip.weight + skip.bias
    loss, correct, dscores = score_gradient(scores, labels)
    through_skips = {s.reads: dscores @ s.weight.T for s, here in zip(skips, present) if here}
    da = dscores
    for k, (layer, (read, z)) in reversed(list(enumerate(zip(layers, kept)))):
        dz, _ = layer.neurons.backward(z, da)
        da = dz @ layer.weight.T + through_skips.get(k, 0)
        layer.step(read.T @ dz, dz.sum(0), {}, rate, momentum, decay)
    for skip, here in zip(skips, present):
        if here:
            skip.step(kept[skip.reads][0].T @ dscores, dscores.sum(0), {}, rate, momentum, decay)
    return loss, correct


def input_weights(weight, gamma, form):
    """The weights of inputs by how much a skip layer takes from them, the largest 1."""
    w = np.abs(weight).sum(1)
    share = w / w.max()
    exponent = share + gamma if form == "additive" else share * gamma
    weights = 1 / (1 + np.exp(-exponent))
    return weights / weights.max()


def liset_case():
    random = np.random.default_rng(11)
    widths, batches, size = [6, 9, 7, 4], 12, 10
    x, labels = draw_samples(random, batches * size, widths[0], widths[-1])
    layers, stored = draw_network(random, widths, 0.5)
    skips, stored_skips = [], []
    for k in range(len(widths) - 2):
        shape = (widths[k], widths[-1])
        weight = random.normal(size=shape, scale=0.3).astype(np.float32).astype(float)
        bias = random.normal(size=shape[1], scale=0.1).astype(np.float32).astype(float)
        skip = Layer(weight, np.ones(shape), bias, Neurons("linear", k + 1, {}))
        skip.reads = k
        skips.append(skip)
        stored_skips.append(
            {"layer": k + 1, "weights": weight.ravel().tolist(), "bias": bias.tolist()}
        )
    settings = {"batch": size, "rate": 0.1, "momentum": 0.9, "decay": 0.01}
    present = [[b % 2 == 0, b % 3 != 0] for b in range(batches)]
    records = []
    for b, here in enumerate(present):
        part = slice(b * size, (b + 1) * size)
        steps = (settings[name] for name in ("rate", "momentum", "decay"))
        loss, correct = train_with_skips(layers, skips, here, x[part], labels[part], *steps)
        records.append({"loss": loss, "correct": correct})
    return {
        "widths": widths, "slope": SLOPE, "features": x.ravel().tolist(), "labels": labels.tolist(),
        "layers": stored, "skips": stored_skips, "settings": settings, "present": present,
        "batches": records,
        "final": [{"weights": l.weight[l.mask > 0].tolist(), "bias": l.bias.tolist()} for l in layers],
        "final_skips": [{"weights": s.weight.ravel().tolist(), "bias": s.bias.tolist()} for s in skips],
        "growth": [
            {"layer": s.reads + 1, "gamma": gamma, "form": form,
             "weights": input_weights(s.weight, gamma, form).tolist()}
            for s in skips for gamma in (-24, -3, 0, 1, 5) for form in ("additive", "multiplicative")
        ],
    }


# RigL


def cell_gradients(layers, x, labels):
    """The gradient of the mean loss by every cell of every layer."""
    scores, kept = forward(layers, x)
    da = score_gradient(scores, labels)[2]
    gradients = []
    for layer, (read, z) in zip(reversed(layers), reversed(kept)):
        dz, _ = layer.neurons.backward(z, da)
        gradients.insert(0, read.T @ dz)
        da = dz @ layer.weight.T
    return gradients


def rewiring(layer, gradient, step, steps, alpha, until):
    """The cells that lose and get a connection at a step, and how clear the choice was."""
    cells = np.argwhere(layer.mask)
    share = alpha / 2 * (1 + math.cos(math.pi * step / (until * steps)))
    k = math.floor(share * len(cells))
    magnitudes = np.abs(layer.weight[layer.mask > 0])
    removed = cells[np.argsort(magnitudes, kind="stable")[:k]]
    mask = layer.mask.copy()
    mask[tuple(removed.T)] = 0
    empty = np.argwhere(mask == 0)
    scores = np.abs(gradient[mask == 0])
    order = np.argsort(-scores, kind="stable")
    added = empty[order[:k]]
    if 0 < k < len(order):
        last, next_ = scores[order[k - 1]], scores[order[k]]
        assert last - next_ > 1e-5 * last, "rounding could choose otherwise; draw other numbers"
    return {"removed": sorted(removed.tolist()), "added": sorted(added.tolist())}


def rigl_case():
    random = np.random.default_rng(23)
    widths, count, steps, alpha, until = [30, 40, 25, 5], 50, 200, 0.3, 0.75
    x, labels = draw_samples(random, count, widths[0], widths[-1])
    layers, stored = draw_network(random, widths, 0.2)
    gradients = cell_gradients(layers, x, labels)
    return {
        "widths": widths, "slope": SLOPE, "features": x.ravel().tolist(), "labels": labels.tolist(),
        "layers": stored, "steps": steps, "alpha": alpha, "until": until,
        "gradients": [g.ravel().tolist() for g in gradients[:1]],
        "rewirings": [
            {"step": step, "layer": k + 1, **rewiring(layers[k], gradients[k], step, steps, alpha, until)}
            for step in (10, 70, 140) for k in range(len(layers) - 1)
        ],
    }


def main():
    parser = argparse.ArgumentParser(description="skip layers and growth by gradient, plainly")
    parser.add_argument("folder", help="where the cases are written")
    folder = parser.parse_args().folder
    for name, case in (("liset", liset_case()), ("rigl", rigl_case())):
        with open(os.path.join(folder, f"small-{name}.json"), "w") as file:
            json.dump(case, file)
            file.write("\n")


if __name__ == "__main__":
    main()
