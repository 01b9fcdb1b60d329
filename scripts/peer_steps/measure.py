"""One peer on one case with so many threads: checks its step, then times it."""

import statistics
import time

import numpy as np

from .network import Unsupported, difference, difference_of_changes
from .peers import FOR_LARGE, peer_class

#: How much a peer's parameters may differ from ours after one step, relative to their size …
TOLERANCE = 1e-4
#: … and relative to the largest change that the step made in their array.
CHANGE_TOLERANCE = 1e-2

#: The share of each array that must meet both. A neuron whose sum lies at the kink of its activation
#: may fall on either side of it by rounding, and then the gradients of all of its connections differ.
SHARE = 0.99

#: Steps before the timed ones, and the shortest time they take in seconds, if a step is short.
_WARM_UP_STEPS, _WARM_UP_SECONDS = 2, 0.5
#: The share of the time that goes to steps without dropout.
_PLAIN_SHARE = 0.25


def measure(name, case, threads, seconds):
    """The contract's line for one peer, case and number of threads, as a dictionary."""
    if case.large and name not in FOR_LARGE:
        raise Unsupported("the network is too large for it")
    peer_type = peer_class(name)
    line = {"peer": name, "case": case.name, "threads": threads, "version": peer_type.version()}
    line.update(_same_step(peer_type, case, threads))
    if not case.large:
        line.update(_timed(peer_type, case, 0, threads, _PLAIN_SHARE * seconds, "no_dropout_"))
        seconds *= 1 - _PLAIN_SHARE
    line.update(_timed(peer_type, case, case.dropout, threads, seconds))
    return line


def _same_step(peer_type, case, threads):
    """How far the peer's parameters are from ours after one step on the first batch, but for kinks."""
    before, after = case.load("before"), case.load("after")
    peer = peer_type(before, case.settings(dropout=0), threads)
    peer.take(*case.samples())
    peer.step(np.arange(case.batch))
    theirs, ours = peer.parameters(), after.parameters()
    off = difference(theirs, ours, SHARE)
    off_change = difference_of_changes(theirs, ours, before.parameters(), SHARE)
    return {
        "difference": off, "step_difference": off_change,
        "same_step": off <= TOLERANCE and off_change <= CHANGE_TOLERANCE,
    }


def _timed(peer_type, case, dropout, threads, seconds, prefix=""):
    """Times of steps, and of an evolution where the peer has one, of a peer that starts anew."""
    timing = _Timing(peer_type, case, case.settings(dropout), threads)
    timing.run(seconds)
    line = {
        f"{prefix}ms": round(1e3 * statistics.median(timing.times), 4),
        f"{prefix}minimum_ms": round(1e3 * min(timing.times), 4),
    }
    if not prefix:
        line["steps"] = len(timing.times)
        try:
            line["evolution_ms"] = round(1e3 * timing.evolution(), 3)
        except NotImplementedError:
            pass
    return line


class _Timing:
    """A peer that trains on the case's samples, in whole batches in an order drawn once."""

    def __init__(self, peer_type, case, settings, threads):
        self.peer = peer_type(case.load("before"), settings, threads)
        inputs, labels = case.samples()
        self.peer.take(inputs, labels)
        order = np.random.default_rng(1).permutation(len(labels))
        batches = max(1, len(order) // case.batch)
        self.batches = [order[i * case.batch:(i + 1) * case.batch] for i in range(batches)]
        self.times = []
        self._next = 0

    def run(self, seconds):
        """Steps for so long after a warm-up; at least two."""
        began = time.perf_counter()
        warm = 0
        while warm < _WARM_UP_STEPS or (
            warm < 20 and time.perf_counter() - began < _WARM_UP_SECONDS
        ):
            self._step()
            warm += 1
        end = time.perf_counter() + seconds
        while len(self.times) < 2 or time.perf_counter() < end:
            self.times.append(self._step())

    def _step(self):
        batch = self.batches[self._next % len(self.batches)]
        self._next += 1
        began = time.perf_counter()
        self.peer.step(batch)
        return time.perf_counter() - began

    def evolution(self):
        """The seconds that an evolution takes; the lesser of two, the first may load code."""
        times = []
        for _ in range(2 if self.times[0] < 1 else 1):
            began = time.perf_counter()
            self.peer.evolve()
            times.append(time.perf_counter() - began)
        return min(times)
