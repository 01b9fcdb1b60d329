"""The training step in plain NumPy: dense matrices times masks, in double precision."""

import numpy as np
from scipy import sparse

from .network import SRELU


class Oracle:
    """Trains a `Network` in the same way as every peer must, without dropout."""

    def __init__(self, network, settings):
        self.settings = settings
        self.network = network
        self.masks, self.trained = [], []
        for layer in network.layers:
            weight = layer.weight
            if sparse.issparse(weight):
                places = sparse.csr_matrix(
                    (np.ones(weight.nnz), weight.indices, weight.indptr), shape=weight.shape)
                self.masks.append(places.toarray() > 0)
                weight = weight.toarray()
            else:
                self.masks.append(np.ones(weight.shape, dtype=bool))
            arrays = {"weight": weight, "bias": layer.bias, **layer.srelu}
            self.trained.append({name: array.astype(float) for name, array in arrays.items()})
        self.velocity = [
            {name: np.zeros_like(array) for name, array in arrays.items()} for arrays in self.trained
        ]

    def step(self, inputs, labels):
        """One step on a batch."""
        values, sums = [inputs.astype(float)], []
        for layer in self.trained:
            sums.append(values[-1] @ layer["weight"] + layer["bias"])
            is_output = len(sums) == len(self.trained)
            values.append(sums[-1] if is_output else self._activation(sums[-1], layer))
        odds = np.exp(values[-1] - values[-1].max(axis=1, keepdims=True))
        delta = odds / odds.sum(axis=1, keepdims=True)
        delta[np.arange(len(labels)), labels] -= 1
        delta /= len(labels)
        gradients = []
        for number in reversed(range(len(self.trained))):
            layer = self.trained[number]
            of_layer = {}
            if number < len(self.trained) - 1:
                delta, of_layer = self._activation_backward(sums[number], delta, layer)
            of_layer["weight"] = (values[number].T @ delta) * self.masks[number]
            of_layer["bias"] = delta.sum(axis=0)
            gradients.insert(0, of_layer)
            delta = delta @ layer["weight"].T
        self._update(gradients)

    def _activation(self, z, layer):
        slope = self.network.slope
        return _srelu(z, layer) if slope is None else np.where(z > 0, z, slope * z)

    def _activation_backward(self, z, delta, layer):
        slope = self.network.slope
        if slope is None:
            return _srelu_backward(z, delta, layer)
        return np.where(z > 0, delta, slope * delta), {}

    def _update(self, gradients):
        for layer, velocity, of_layer in zip(self.trained, self.velocity, gradients):
            for name, gradient in of_layer.items():
                decay = self.settings.decay if name == "weight" else 0
                change = self.settings.rate * (gradient + decay * layer[name])
                velocity[name] = self.settings.momentum * velocity[name] - change
                layer[name] = layer[name] + velocity[name]

    def parameters(self):
        """All trained parameters, named and laid out as `Network.parameters` has them."""
        named = {}
        for number, (layer, mask) in enumerate(zip(self.trained, self.masks), start=1):
            if self.network.layers[number - 1].is_sparse:
                named[f"{number}.data"] = layer["weight"][mask]
            else:
                named[f"{number}.weight"] = layer["weight"]
            for name in ("bias",) + SRELU:
                if name in layer:
                    named[f"{number}.{name}"] = layer[name]
        return named


def _srelu(z, layer):
    left, right = layer["t_left"], layer["t_left"] + np.abs(layer["t_right"])
    low = left + layer["a_left"] * (z - left)
    high = right + layer["a_right"] * (z - right)
    return np.where(z < left, low, np.where(z > right, high, z))


def _srelu_backward(z, delta, layer):
    left, right = layer["t_left"], layer["t_left"] + np.abs(layer["t_right"])
    below, above = z < left, z > right
    of_right = delta * above * (1 - layer["a_right"])
    gradients = {
        "t_left": (delta * below * (1 - layer["a_left"]) + of_right).sum(axis=0),
        "a_left": (delta * below * (z - left)).sum(axis=0),
        "t_right": of_right.sum(axis=0) * np.sign(layer["t_right"]),
        "a_right": (delta * above * (z - right)).sum(axis=0),
    }
    slope = np.where(below, layer["a_left"], np.where(above, layer["a_right"], 1.0))
    return delta * slope, gradients
