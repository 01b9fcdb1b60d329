"""Holds a peer against the oracle on a tiny network: three steps, dropout, and an evolution."""

import numpy as np
from scipy import sparse

from .network import SRELU, Layer, Network, Settings, difference, difference_of_changes
from .oracle import Oracle
from .peers import ZETA, peer_class

_SHAPE, _DENSITY, _BATCH = (30, 40, 20, 5), 0.2, 16


class Disagreement(Exception):
    """What a peer does otherwise than it must."""


def tiny_network(random, slope=None):
    """Two sparse hidden layers whose SReLUs are used on all their pieces; one row, one column empty.

    With a slope they are leaky ReLUs instead.
    """
    layers = []
    for rows, columns in zip(_SHAPE, _SHAPE[1:]):
        weight = random.uniform(-0.5, 0.5, (rows, columns)).astype(np.float32)
        srelu = {}
        if len(layers) < len(_SHAPE) - 2:
            absent = random.random(weight.shape) >= _DENSITY
            absent[3, :] = absent[:, 7] = True
            weight[absent] = 0
            weight = sparse.csr_matrix(weight)
            weight.data[5] = 0  # a connection that happens to weigh nothing
            ranges = {"t_left": (-0.3, 0), "a_left": (0, 1), "t_right": (-0.5, 0.5), "a_right": (0, 2)}
            if slope is None:
                srelu = {
                    name: random.uniform(*ranges[name], columns).astype(np.float32) for name in SRELU
                }
        bias = random.uniform(-0.2, 0.2, columns).astype(np.float32)
        layers.append(Layer(weight, bias, srelu))
    return Network(layers, slope)


def check(name):
    """Says in a line how near a peer comes; `Disagreement` where it is not near enough."""
    off, evolved = max((_check(name, slope) for slope in (None, 0.01)), key=lambda found: found[0])
    return f"{name}: {off:.1e} from the oracle after three steps; dropout drops{evolved}"


def _check(name, slope):
    """The largest difference with one kind of activation, and what is to say of evolution."""
    peer_type = peer_class(name)
    random = np.random.default_rng(7)
    network = tiny_network(random, slope)
    inputs = random.standard_normal((4 * _BATCH, _SHAPE[0])).astype(np.float32)
    inputs[:, 11] = 0  # a constant feature: its connections get no gradient
    labels = random.integers(0, _SHAPE[-1], len(inputs))
    settings = Settings(rate=0.1, momentum=0.9, decay=0.01, dropout=0)

    oracle, peer = Oracle(network, settings), peer_type(network, settings, 1)
    peer.take(inputs, labels)
    for step in range(3):
        samples = np.arange(step * _BATCH, (step + 1) * _BATCH)
        oracle.step(inputs[samples], labels[samples])
        peer.step(samples)
    right, before = oracle.parameters(), network.parameters()
    off = difference(peer.parameters(), right)
    off_change = difference_of_changes(peer.parameters(), right, before)
    if off > 1e-3 or off_change > 1e-4:
        raise Disagreement(f"{name}: {off:.1e} from the oracle, {off_change:.1e} of what a step changes")
    _check_dropout(peer_type, network, inputs, labels)
    return off, _check_evolution(peer)


def _check_dropout(peer_type, network, inputs, labels):
    """With dropout, the bias gradient of a dropped neuron is 0: count them, with a batch of one."""
    settings = Settings(rate=0.01, momentum=0, decay=0, dropout=0.5)
    peer = peer_type(network, settings, 1)
    peer.take(inputs, labels)
    name = f"{len(_SHAPE) - 2}.bias"
    silent, steps = 0, 40
    for step in range(steps):
        before = peer.parameters()[name]
        peer.step(np.array([step]))
        silent += np.count_nonzero(peer.parameters()[name] == before)
    share = silent / (steps * before.size)
    # 800 draws: five deviations are 0.09.
    if not 0.41 < share < 0.59:
        raise Disagreement(f"{name}: dropout of 50 % drops {100 * share:.0f} %")


def _check_evolution(peer):
    """Evolution must keep the number of connections, and take those nearest to zero, sign by sign."""
    before = list(getattr(peer, "weights", ()))
    try:
        peer.evolve()
    except NotImplementedError:
        return ""
    for old, new in zip(before[:-1], peer.weights):
        if new.nnz != old.nnz or not new.has_canonical_format:
            raise Disagreement(f"an evolution made {new.nnz} connections of {old.nnz}")
        for sign in (-1, 1):
            now, then = new.toarray() * sign, old.toarray() * sign
            stayed, went = then[(then > 0) & (now == then)], then[(then > 0) & (now != then)]
            if went.size != int(ZETA * (then > 0).sum()) or went.max() > stayed.min():
                raise Disagreement("an evolution removed others than the weights nearest to zero")
    return "; evolution takes the smallest weights, and keeps their number"
