"""A network as sparsesh saves it, and what a training step needs to know besides."""

from dataclasses import dataclass, field

import numpy as np
from scipy import sparse

#: The trained parameters of SReLU, in the order in which every peer takes them.
SRELU = ("t_left", "a_left", "t_right", "a_right")


class Unsupported(Exception):
    """A peer cannot do what is asked; the text says why."""


@dataclass
class Layer:
    """One layer: `weight` is inputs × outputs, a SciPy CSR matrix with sorted rows or an array."""

    weight: object
    bias: np.ndarray
    srelu: dict = field(default_factory=dict)

    @property
    def is_sparse(self):
        return sparse.issparse(self.weight)

    @property
    def connections(self):
        return self.weight.nnz if self.is_sparse else self.weight.size


@dataclass(frozen=True)
class Settings:
    """The learning rate η, momentum μ and decay λ, and the share of hidden neurons dropped."""

    rate: float
    momentum: float
    decay: float
    dropout: float


class Network:
    """Layers in order: hidden ones with SReLU or one slope below 0, the last a dense one without activation.

    `slope` is that of a leaky ReLU, None of SReLU. The parameters' names are those of the file: `k.data` or `k.weight`, `k.bias`, `k.t_left`, …
    """

    def __init__(self, layers, slope=None):
        if slope is None and any(not layer.srelu for layer in layers[:-1]):
            raise Unsupported("only networks with SReLU or leaky ReLU are written for peers")
        if any(not layer.is_sparse for layer in layers[:-1]) or layers[-1].is_sparse:
            raise Unsupported("only networks with sparse hidden layers and a dense output are")
        self.layers = layers
        self.slope = slope

    @property
    def connections(self):
        return sum(layer.connections for layer in self.layers)

    def parameters(self):
        """All trained arrays by name."""
        named = {}
        for number, layer in enumerate(self.layers, start=1):
            if layer.is_sparse:
                named[f"{number}.data"] = layer.weight.data
            else:
                named[f"{number}.weight"] = layer.weight
            named[f"{number}.bias"] = layer.bias
            named.update({f"{number}.{name}": layer.srelu[name] for name in layer.srelu})
        return named

    @classmethod
    def load(cls, path, shape, slope=None):
        """Reads what `save … to="….npz"` wrote of a network of the given shape."""
        layers = []
        with np.load(path) as arrays:
            for number in range(1, len(shape)):
                size = (shape[number - 1], shape[number])
                layers.append(cls._layer(arrays, number, size))
        return cls(layers, slope)

    @staticmethod
    def _layer(arrays, number, size):
        def array(name):
            return np.ascontiguousarray(arrays[f"{number}.{name}"])

        if f"{number}.weight" in arrays:
            weight = array("weight")
        else:
            rows = array("indptr")
            if rows[-1] < 2**31:
                rows = rows.astype(np.int32)
            weight = sparse.csr_matrix((array("data"), array("indices"), rows), shape=size)
            weight.has_sorted_indices = True
        if weight.shape != size:
            raise Unsupported(f"layer {number} is {weight.shape}, but the shape says {size}")
        srelu = {name: array(name) for name in SRELU if f"{number}.{name}" in arrays}
        return Layer(weight, array("bias"), srelu)


def difference(theirs, ours, share=1):
    """The largest difference of any parameter, relative to its size here or to 1e-3 if that is more.

    With a share, of the parameters in that share of each array that differ least.
    """
    return max(
        _largest(np.abs(theirs[name] - own) / np.maximum(np.abs(own), 1e-3), share)
        for name, own in ours.items()
    )


def _largest(differences, share):
    return float(np.quantile(differences, share)) if differences.size else 0.0


def difference_of_changes(theirs, ours, before, share=1):
    """The largest difference in what a step changed, relative to the largest change of that array.

    A step changes a weight by little, so that a wrong gradient could hide in `difference`, not here.
    What rounding to single precision may add in a few steps, two units in the last place of the
    weight, is no difference: where layers are very wide, changes are hardly more than that.
    """
    worst = 0.0
    for name, own in ours.items():
        change = np.max(np.abs(own - before[name]), initial=0)
        rounding = 2 * np.spacing(np.abs(own).astype(np.float32))
        off = max(0.0, _largest(np.abs(theirs[name] - own) - rounding, share))
        worst = max(worst, float(off / change) if change > 0 else (0.0 if off == 0 else np.inf))
    return worst
