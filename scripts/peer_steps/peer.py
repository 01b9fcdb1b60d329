"""What every peer must be able to do."""

from abc import ABC, abstractmethod


class Peer(ABC):
    """A network in a library's own form, with the library's own training step.

    A peer takes a copy of the network's parameters; their velocities start at 0.
    """

    #: The name it is reported by.
    name = ""

    @abstractmethod
    def __init__(self, network, settings, threads):
        """Takes a `Network` and `Settings`; computes with so many threads from now on."""

    @abstractmethod
    def take(self, inputs, labels):
        """Takes the samples (samples × features, float32) and their classes (int64)."""

    @abstractmethod
    def step(self, samples):
        """Trains one step on the samples with these numbers (an int64 array), dropout included."""

    @abstractmethod
    def parameters(self):
        """All trained parameters as arrays, named and laid out as `Network.parameters` has them."""

    @classmethod
    @abstractmethod
    def version(cls):
        """The versions of the libraries that do the work."""

    def evolve(self):
        """Replaces connections once by SET's rule, where the peer can."""
        raise NotImplementedError
