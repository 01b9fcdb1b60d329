#!/usr/bin/env python3
"""Trains a sparse network the plain way: dense NumPy matrices in float64, times a mask.

An oracle for sparsesh. It starts from the initial network that sparsesh saved, shuffles as sparsesh
does, and prints the loss and accuracy of every epoch as JSON; sparsesh must come to the same
losses (static topology, no dropout). Needs NumPy alone.

    sparsesh --set data_dir=DATA -e '
      iso = data isolet
      net = network in-1000*3-out sparse=epsilon(20) activation=relu
      first = train net data=iso policy=static epochs=0 seed=1
      save first to="initial.npz"'
    python3 scripts/reference/masked_sgd.py initial.npz DATA/isolet --epochs 3 \\
      > scripts/reference/expected/isolet-relu.json

    python3 scripts/reference/masked_sgd.py --small scripts/reference/expected

The second form makes the small cases that are tested everywhere: data and initial weights are drawn
here and stored with the result.
"""

import argparse
import gzip
import json
import os

import numpy as np

from philox import SHUFFLE, Stream


def slope_of(activation, layer):
    """The negative slope of the piecewise linear activations in a layer counted from 1."""
    name, _, argument = activation.rstrip(")").partition("(")
    value = float(argument.rpartition("=")[2] or 0)
    if name == "all_relu":
        return value if layer % 2 == 0 else -value
    return {"relu": 0.0, "leaky_relu": value, "linear": 1.0}[name]


class Neurons:
    """The activation of one layer, with its trained parameters and their velocity."""

    def __init__(self, activation, layer, parameters):
        self.activation, self.layer = activation, layer
        self.parameters = {name: np.array(p, dtype=np.float64) for name, p in parameters.items()}
        self.velocity = {name: np.zeros_like(p) for name, p in self.parameters.items()}

    def forward(self, z):
        if self.activation == "tanh":
            return np.tanh(z)
        if self.activation == "sigmoid":
            return 1 / (1 + np.exp(-z))
        if self.activation == "srelu":
            left, a, right, b = (self.parameters[n] for n in ("t_left", "a_left", "t_right", "a_right"))
            right = left + np.abs(right)
            return np.where(z < left, left + a * (z - left), np.where(z > right, right + b * (z - right), z))
        return np.where(z > 0, z, slope_of(self.activation, self.layer) * z)

    def backward(self, z, da):
        """The gradient by z, and those by the trained parameters."""
        if self.activation == "tanh":
            return da * (1 - np.tanh(z) ** 2), {}
        if self.activation == "sigmoid":
            y = 1 / (1 + np.exp(-z))
            return da * y * (1 - y), {}
        if self.activation == "srelu":
            left, a, distance, b = (self.parameters[n] for n in ("t_left", "a_left", "t_right", "a_right"))
            right = left + np.abs(distance)
            below, above = z < left, z > right
            gradients = {
                "t_left": (da * (below * (1 - a) + above * (1 - b))).sum(0),
                "a_left": (da * below * (z - left)).sum(0),
                "t_right": (da * above * (1 - b)).sum(0) * np.sign(distance),
                "a_right": (da * above * (z - right)).sum(0),
            }
            return da * np.where(below, a, np.where(above, b, 1.0)), gradients
        return da * np.where(z > 0, 1.0, slope_of(self.activation, self.layer)), {}


class Layer:
    """Weights under a mask, biases, neurons."""

    def __init__(self, weight, mask, bias, neurons):
        self.weight, self.mask, self.bias, self.neurons = weight, mask, bias, neurons
        self.velocity, self.bias_velocity = np.zeros_like(weight), np.zeros_like(bias)

    def step(self, gradient, bias_gradient, parameter_gradients, rate, momentum, decay):
        self.velocity = momentum * self.velocity - rate * (gradient + decay * self.weight) * self.mask
        self.weight = self.weight + self.velocity
        self.bias_velocity = momentum * self.bias_velocity - rate * bias_gradient
        self.bias = self.bias + self.bias_velocity
        neurons = self.neurons
        for name, g in parameter_gradients.items():
            neurons.velocity[name] = momentum * neurons.velocity[name] - rate * g
            neurons.parameters[name] = neurons.parameters[name] + neurons.velocity[name]


def softmax_loss(scores, labels):
    """The samples' losses and how many are classified rightly; then the softmax."""
    shifted = scores - scores.max(1, keepdims=True)
    log_sum = np.log(np.exp(shifted).sum(1))
    losses = log_sum - shifted[np.arange(len(labels)), labels]
    return losses, int((scores.argmax(1) == labels).sum()), np.exp(shifted - log_sum[:, None])


def forward(layers, x):
    """The scores, and what the backward pass needs of each layer."""
    kept = []
    for layer in layers:
        z = x @ layer.weight + layer.bias
        kept.append((x, z))
        x = layer.neurons.forward(z)
    return x, kept


def train_batch(layers, x, labels, rate, momentum, decay):
    scores, kept = forward(layers, x)
    losses, correct, probability = softmax_loss(scores, labels)
    probability[np.arange(len(labels)), labels] -= 1
    da = probability / len(labels)
    for layer, (x, z) in zip(reversed(layers), reversed(kept)):
        dz, parameter_gradients = layer.neurons.backward(z, da)
        da = dz @ layer.weight.T
        layer.step(x.T @ dz, dz.sum(0), parameter_gradients, rate, momentum, decay)
    return losses.sum(), correct


def train(layers, train_set, test_set, epochs, batch, rate, momentum, decay, seed):
    """One record an epoch, as sparsesh keeps them."""
    x, labels = train_set
    records = []
    for epoch in range(1, epochs + 1):
        order = np.array(Stream(seed, SHUFFLE, epoch=epoch).shuffled(len(labels)))
        loss = correct = 0
        for first in range(0, len(order), batch):
            chosen = order[first : first + batch]
            part = train_batch(layers, x[chosen], labels[chosen], rate, momentum, decay)
            loss, correct = loss + part[0], correct + part[1]
        scores, _ = forward(layers, test_set[0])
        test_losses, test_correct, _ = softmax_loss(scores, test_set[1])
        records.append(
            {
                "epoch": epoch,
                "train_loss": loss / len(labels),
                "train_accuracy": correct / len(labels),
                "test_loss": test_losses.mean(),
                "test_accuracy": test_correct / len(test_set[1]),
            }
        )
    return records


def load_network(path):
    """The layers of a network that sparsesh saved as .npz, and its metadata."""
    saved = np.load(path)
    meta = {name[5:]: saved[name][()].decode() for name in saved.files if name.startswith("meta.")}
    widths = [int(width) for width in meta["shape"].split("-")]
    layers = []
    for k, activation in enumerate(json.loads(meta["activations"]), 1):
        shape = (widths[k - 1], widths[k])
        if f"{k}.weight" in saved:
            weight, mask = saved[f"{k}.weight"].astype(np.float64), np.ones(shape)
        else:
            weight, mask = np.zeros(shape), np.zeros(shape)
            rows = np.repeat(np.arange(shape[0]), np.diff(saved[f"{k}.indptr"]))
            weight[rows, saved[f"{k}.indices"]] = saved[f"{k}.data"]
            mask[rows, saved[f"{k}.indices"]] = 1
        trained = ("t_left", "a_left", "t_right", "a_right") if activation == "srelu" else ()
        neurons = Neurons(activation, k, {name: saved[f"{k}.{name}"] for name in trained})
        layers.append(Layer(weight, mask, saved[f"{k}.bias"].astype(np.float64), neurons))
    return layers, meta


def load_isolet(folder):
    """Training and test samples of ISOLET, standardised by the training samples."""

    def read(name):
        with gzip.open(os.path.join(folder, name), "rt") as file:
            rows = np.array([[float(v) for v in line.split(",")] for line in file if line.strip()])
        return rows[:, :-1], rows[:, -1].astype(int) - 1

    (x, labels), (test_x, test_labels) = read("isolet1+2+3+4.data.gz"), read("isolet5.data.gz")
    mean, deviation = x.mean(0), x.std(0)
    factor = np.where(deviation > 0, 1 / np.where(deviation > 0, deviation, 1), 0)
    return ((x - mean) * factor, labels), ((test_x - mean) * factor, test_labels)


def small_case(activation):
    """A small network and data, drawn here; everything needed to repeat it, and what it comes to."""
    random = np.random.default_rng(7)
    widths, samples, classes = [5, 8, 6, 3], 50, 3
    labels = random.integers(0, classes, samples)
    x = (random.normal(size=(samples, widths[0])) + labels[:, None]).astype(np.float32)
    layers, stored = [], []
    for k in range(1, len(widths)):
        shape, output = (widths[k - 1], widths[k]), k == len(widths) - 1
        mask = np.ones(shape) if output else (random.random(shape) < 0.5).astype(float)
        weight = (random.normal(size=shape, scale=0.6) * mask).astype(np.float32).astype(float)
        bias = random.normal(size=shape[1], scale=0.1).astype(np.float32).astype(float)
        parameters = {}
        if activation == "srelu" and not output:
            draw = lambda low, high: random.uniform(low, high, shape[1]).astype(np.float32)
            parameters = {
                "t_left": draw(-0.5, 0.2), "a_left": draw(0, 1),
                "t_right": draw(-0.5, 1), "a_right": draw(0.5, 1.5),
            }
        name = "linear" if output else activation
        layers.append(Layer(weight, mask, bias, Neurons(name, k, parameters)))
        stored.append(
            {
                "cells": np.argwhere(mask).tolist(), "weights": weight[mask > 0].tolist(),
                "dense": output, "bias": bias.tolist(),
                "parameters": {n: p.astype(float).tolist() for n, p in parameters.items()},
            }
        )
    settings = {"epochs": 5, "batch": 16, "rate": 0.05, "momentum": 0.9, "decay": 0.01, "seed": 3}
    data = (x.astype(float), labels)
    records = train(layers, data, data, **settings)
    final = [
        {
            "weights": layer.weight[layer.mask > 0].tolist(), "bias": layer.bias.tolist(),
            "parameters": {n: p.tolist() for n, p in layer.neurons.parameters.items()},
        }
        for layer in layers
    ]
    return {
        "activation": activation, "widths": widths, "features": x.astype(float).ravel().tolist(),
        "labels": labels.tolist(), "settings": settings, "layers": stored, "epochs": records,
        "final": final,
    }


def main():
    parser = argparse.ArgumentParser(description="plain masked training, to check sparsesh against")
    parser.add_argument("network", nargs="?", help="the initial network, an .npz that sparsesh saved")
    parser.add_argument("data", nargs="?", help="the folder of ISOLET")
    parser.add_argument("--small", metavar="FOLDER", help="make the small cases instead")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--rate", type=float, default=0.01)
    parser.add_argument("--momentum", type=float, default=0.9)
    parser.add_argument("--decay", type=float, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = vars(parser.parse_args())
    network, data, small = (options.pop(name) for name in ("network", "data", "small"))
    if small:
        names = ["relu", "srelu", "leaky_relu(0.01)", "all_relu(0.6)", "tanh", "sigmoid", "linear"]
        for name in names:
            path = os.path.join(small, f"small-{name.partition('(')[0]}.json")
            with open(path, "w") as file:
                json.dump(small_case(name), file)
                file.write("\n")
        return
    layers, meta = load_network(network)
    records = train(layers, *load_isolet(data), **options)
    keep = {name: meta[name] for name in ("network", "shape", "digest")}
    print(json.dumps({**keep, "settings": options, "epochs": records}, indent=2))


if __name__ == "__main__":
    main()
