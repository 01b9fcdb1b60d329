"""The job folder that `sparsesh bench --peers` writes: see `Case` for what a case has."""

import json
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from .network import Network, Settings, Unsupported


@dataclass(frozen=True)
class Case:
    """A network and the data to train it on. File names count from the job's folder."""

    folder: Path
    name: str
    #: Numbers of neurons from the inputs to the classes.
    shape: tuple
    #: Samples a step.
    batch: int
    rate: float
    momentum: float
    decay: float
    dropout: float
    activation: str
    #: `x`, samples × features, standardised, and `y`, classes from 0.
    data: str
    #: The network at the start, and after one step on the first `batch` samples without dropout.
    before: str
    after: str
    #: Whether dense matrices of this size are out of the question.
    large: bool = False

    def settings(self, dropout):
        """How to train, with so much dropout."""
        return Settings(self.rate, self.momentum, self.decay, dropout)

    def load(self, which):
        """The network `before` or `after`."""
        return Network.load(self.folder / getattr(self, which), self.shape, self._slope())

    def _slope(self):
        """The slope below 0 of `leaky_relu` or `leaky_relu(slope)`; None for SReLU."""
        name, _, argument = self.activation.rstrip(")").partition("(")
        if name == "leaky_relu":
            return float(argument.rpartition("=")[2] or 0.01)
        if name != "srelu":
            raise Unsupported(f"`{self.activation}` is not written for peers")
        return None

    def samples(self):
        """Inputs (float32) and classes (int64)."""
        with np.load(self.folder / self.data) as arrays:
            inputs = np.ascontiguousarray(arrays["x"], dtype=np.float32)
            labels = np.ascontiguousarray(arrays["y"], dtype=np.int64)
        if inputs.shape[1] != self.shape[0] or labels.max() >= self.shape[-1]:
            raise Unsupported(f"{self.data} does not fit the shape")
        return inputs, labels


@dataclass(frozen=True)
class Job:
    """Cases, the numbers of threads to run each with, and the seconds to spend on each."""

    cases: tuple
    threads: tuple
    seconds: float

    @classmethod
    def read(cls, folder):
        """Reads `job.json`; what it says beyond what is known here is let be."""
        folder = Path(folder)
        content = json.loads((folder / "job.json").read_text(encoding="utf-8"))
        known = {each.name for each in fields(Case)}
        cases = tuple(
            Case(folder=folder, **{key: case[key] for key in case if key in known})
            for case in content["cases"]
        )
        return cls(cases, tuple(content["threads"]), float(content["seconds"]))
