"""SET as its authors train it: SciPy matrices, and Numba for the gradient at the connections.

The data flow is that of their program for large networks (Mocanu et al., Nature Communications 2018;
Curci, Mocanu & Pechenizkiy, arXiv 2102.01732), written anew: activations batch × neurons, weights a
CSR matrix of inputs × outputs, a loop over the connections in parallel for their gradients, velocity
and weights updated by adding sparse matrices. SReLU, which theirs does not have, is a Numba loop too,
over the neurons in parallel.
"""

import numba
import numpy as np
import scipy
from scipy import sparse

from .network import SRELU
from .peer import Peer
from .peers import ZETA


@numba.njit(parallel=True, fastmath=True, cache=True)
def _connection_gradients(inputs, deltas, rows, columns, gradients):
    for connection in numba.prange(rows.size):
        row, column = rows[connection], columns[connection]
        total = np.float32(0)
        for sample in range(inputs.shape[0]):
            total += inputs[sample, row] * deltas[sample, column]
        gradients[connection] = total


@numba.njit(parallel=True, fastmath=True, cache=True)
def _srelu(z, t_left, a_left, t_right, a_right, outputs):
    zero, one = np.float32(0), np.float32(1)
    for sample in numba.prange(z.shape[0]):
        for neuron in range(z.shape[1]):
            value, left = z[sample, neuron], t_left[neuron]
            below = min(value - left, zero)
            above = max(value - (left + abs(t_right[neuron])), zero)
            outputs[sample, neuron] = (
                value + (a_left[neuron] - one) * below + (a_right[neuron] - one) * above)


@numba.njit(parallel=True, fastmath=True, cache=True)
def _srelu_backward(z, deltas, t_left, a_left, t_right, a_right, gradients):
    """Turns the gradient by outputs into that by sums, and sums up those by the four parameters.

    Threads share the neurons in stretches, so that each reads whole cache lines of a sample's row.
    """
    zero, one, stretch = np.float32(0), np.float32(1), 64
    for part in numba.prange((z.shape[1] + stretch - 1) // stretch):
        for sample in range(z.shape[0]):
            for neuron in range(part * stretch, min((part + 1) * stretch, z.shape[1])):
                value, delta, left = z[sample, neuron], deltas[sample, neuron], t_left[neuron]
                below = value - left
                above = value - (left + abs(t_right[neuron]))
                of_below = delta if below < zero else zero
                of_above = delta if above > zero else zero
                share = of_above * (one - a_right[neuron])
                less = of_below * (one - a_left[neuron])
                gradients[0, neuron] += less + share
                gradients[1, neuron] += of_below * below
                gradients[2, neuron] += share * np.sign(t_right[neuron])
                gradients[3, neuron] += of_above * above
                deltas[sample, neuron] = delta - less - share


@numba.njit(parallel=True, fastmath=True, cache=True)
def _leaky_relu(z, slope, outputs):
    for sample in numba.prange(z.shape[0]):
        for neuron in range(z.shape[1]):
            value = z[sample, neuron]
            outputs[sample, neuron] = value if value > 0 else slope * value


@numba.njit(parallel=True, fastmath=True, cache=True)
def _leaky_relu_backward(z, slope, deltas):
    for sample in numba.prange(z.shape[0]):
        for neuron in range(z.shape[1]):
            if not z[sample, neuron] > 0:
                deltas[sample, neuron] *= slope


class SetScipyNumba(Peer):
    """A training step and an evolution with sparse matrices of SciPy."""

    name = "set-scipy-numba"

    def __init__(self, network, settings, threads):
        numba.set_num_threads(threads)
        self.settings, self.slope = settings, network.slope
        self.places = [layer.weight for layer in network.layers]
        self.weights = [layer.weight.copy() for layer in network.layers]
        self.velocities = [weight * np.float32(0) for weight in self.weights]
        self.biases = [layer.bias.copy() for layer in network.layers]
        self.srelus = [
            [layer.srelu[name].copy() for name in SRELU if name in layer.srelu]
            for layer in network.layers[:-1]
        ]
        self.bias_velocities = [np.zeros_like(bias) for bias in self.biases]
        self.srelu_velocities = [np.zeros_like(srelu) for srelu in self.srelus]
        self.random = np.random.default_rng(1)

    def take(self, inputs, labels):
        self.inputs, self.labels = inputs, labels

    def step(self, samples):
        outputs, sums, masks = self._forward(self.inputs[samples])
        logits = outputs.pop()
        deltas = np.exp(logits - logits.max(axis=1, keepdims=True))
        deltas /= deltas.sum(axis=1, keepdims=True)
        deltas[np.arange(samples.size), self.labels[samples]] -= 1
        deltas /= np.float32(samples.size)
        for layer in reversed(range(len(self.weights))):
            weight = self.weights[layer]
            gradient = self._weight_gradient(weight, outputs[layer], deltas)
            bias_gradient = deltas.sum(axis=0)
            if layer > 0:
                before = deltas @ weight.T
                srelu_gradients = self._through_neurons(
                    layer - 1, before, sums[layer - 1], masks[layer - 1])
            self._update(layer, gradient, bias_gradient)
            if layer > 0:
                self._update_srelu(layer - 1, srelu_gradients)
                deltas = before

    def _forward(self, values):
        """The values each layer takes in, the logits at the end; the hidden layers' sums and masks."""
        outputs, sums, masks = [values], [], []
        keep = np.float32(1 - self.settings.dropout)
        for layer, (weight, bias) in enumerate(zip(self.weights, self.biases)):
            z = outputs[-1] @ weight + bias
            if layer < len(self.srelus):
                values, mask = np.empty_like(z), None
                if self.slope is None:
                    _srelu(z, *self.srelus[layer], values)
                else:
                    _leaky_relu(z, np.float32(self.slope), values)
                if self.settings.dropout > 0:
                    mask = (self.random.random(z.shape, dtype=np.float32) < keep) / keep
                    values *= mask
                sums.append(z)
                masks.append(mask)
                outputs.append(values)
            else:
                outputs.append(z)
        return outputs, sums, masks

    @staticmethod
    def _weight_gradient(weight, inputs, deltas):
        if not sparse.issparse(weight):
            return inputs.T @ deltas
        places = weight.tocoo()
        gradients = np.empty_like(weight.data)
        _connection_gradients(inputs, deltas, places.row, places.col, gradients)
        return sparse.csr_matrix((gradients, weight.indices, weight.indptr), shape=weight.shape)

    def _through_neurons(self, layer, deltas, z, mask):
        """Takes `deltas` back through dropout and activation; the gradients of SReLU's parameters."""
        if mask is not None:
            deltas *= mask
        if self.slope is not None:
            _leaky_relu_backward(z, np.float32(self.slope), deltas)
            return ()
        gradients = np.zeros((len(SRELU), z.shape[1]), dtype=np.float32)
        _srelu_backward(z, deltas, *self.srelus[layer], gradients)
        return gradients

    def _update(self, layer, gradient, bias_gradient):
        settings = self.settings
        rate, momentum = np.float32(settings.rate), np.float32(settings.momentum)
        if settings.decay > 0:
            gradient = gradient + np.float32(settings.decay) * self.weights[layer]
        self.velocities[layer] = momentum * self.velocities[layer] - rate * gradient
        self.weights[layer] = self.weights[layer] + self.velocities[layer]
        self.bias_velocities[layer] = momentum * self.bias_velocities[layer] - rate * bias_gradient
        self.biases[layer] += self.bias_velocities[layer]

    def _update_srelu(self, layer, gradients):
        if self.slope is not None:
            return
        rate, momentum = np.float32(self.settings.rate), np.float32(self.settings.momentum)
        velocity = momentum * self.srelu_velocities[layer] - rate * gradients
        self.srelu_velocities[layer] = velocity
        for parameter, change in zip(self.srelus[layer], velocity):
            parameter += change

    def evolve(self):
        """Replaces connections of every hidden layer; those that stay keep their velocity."""
        for layer in range(len(self.srelus)):
            self._evolve(layer)

    def _evolve(self, layer):
        weight = self.weights[layer].tocoo()
        stays = _staying(weight.data)
        rows, columns = weight.row[stays], weight.col[stays]
        width = weight.shape[1]
        taken = _cells(weight)[stays]
        new = self._empty_cells(taken, weight.nnz - taken.size, weight.shape)
        drawn = self.random.standard_normal(new.size, dtype=np.float32) / 10
        places = np.concatenate([rows, new // width]), np.concatenate([columns, new % width])
        values = np.concatenate([weight.data[stays], drawn])
        self.weights[layer] = sparse.coo_matrix((values, places), shape=weight.shape).tocsr()
        # Adding sparse matrices drops zeros, so that the velocity need not have all places.
        kept = sparse.coo_matrix(
            (np.ones(taken.size, dtype=np.float32), (rows, columns)), shape=weight.shape)
        self.velocities[layer] = self.velocities[layer].multiply(kept.tocsr()).tocsr()

    def _empty_cells(self, taken, count, shape):
        """So many distinct cells that are not taken, drawn again and again until there are enough."""
        found = np.empty(0, dtype=np.int64)
        while found.size < count:
            drawn = self.random.integers(0, shape[0] * shape[1], size=count - found.size)
            # NumPy's own `unique` and `union1d` take five times as long.
            found = np.sort(np.concatenate([found, drawn]))
            found = found[np.append(True, found[1:] != found[:-1])]
            # `taken` is in order, as the elements of a CSR matrix are.
            nearest = np.searchsorted(taken, found)
            found = found[np.append(taken, -1)[nearest] != found]
        return found

    def parameters(self):
        named = {}
        for number, weight in enumerate(self.weights, start=1):
            if sparse.issparse(weight):
                named[f"{number}.data"] = _values_at(self.places[number - 1], weight)
            else:
                named[f"{number}.weight"] = weight.copy()
            named[f"{number}.bias"] = self.biases[number - 1].copy()
        for number, srelu in enumerate(self.srelus, start=1):
            named.update({f"{number}.{name}": values.copy() for name, values in zip(SRELU, srelu)})
        return named

    @classmethod
    def version(cls):
        return f"numba {numba.__version__}, scipy {scipy.__version__}"


def _values_at(places, matrix):
    """The matrix's values at all places of another one, zeros included, which it may have dropped."""
    if matrix.nnz == places.nnz:
        return matrix.data.copy()
    values = np.zeros(places.nnz, dtype=matrix.dtype)
    values[np.searchsorted(_cells(places), _cells(matrix))] = matrix.data
    return values


def _cells(matrix):
    listed = matrix.tocoo()
    return listed.row.astype(np.int64) * matrix.shape[1] + listed.col


def _staying(values):
    """Which weights stay: all but the share ζ nearest to zero of each sign, by sorting as SET does."""
    order = np.sort(values)
    below, above = np.searchsorted(order, 0), np.searchsorted(order, 0, side="right")
    stays = np.ones(values.size, dtype=bool)
    gone_below, gone_above = int(ZETA * below), int(ZETA * (values.size - above))
    if gone_below:
        stays &= ~((values >= order[below - gone_below]) & (values < 0))
    if gone_above:
        stays &= ~((values <= order[above + gone_above - 1]) & (values > 0))
    return stays & (values != 0)
