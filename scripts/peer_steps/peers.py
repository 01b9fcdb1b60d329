"""All peers, by the name that they are reported by, and where their classes are."""

import importlib

from .network import Unsupported

#: Name, module and class. A module is imported in the process that needs it only.
PEERS = {
    "torch-masked-dense": ("torch_masked_dense", "TorchMaskedDense"),
    "torch-sparse-csr": ("torch_sparse_csr", "TorchSparseCsr"),
    "sparselab": ("sparselab_linear", "SparseLabLinear"),
    "set-scipy-numba": ("set_scipy_numba", "SetScipyNumba"),
}

#: The peers that take part where a network is too large for the others.
FOR_LARGE = ("set-scipy-numba",)

#: The share of a layer's connections that an evolution replaces, SET's ζ.
ZETA = 0.3

# Idle threads of OpenMP spin for a while. Where two libraries bring a pool of threads each, as PyTorch
# and SparseLab, or NumPy and Numba, the idle ones of one pool take the cores that the other needs, and
# a step can take fifty times as long; so these two are told to sleep instead. PyTorch alone gains by
# spinning on a quiet machine and loses on a busy one: it is tried both ways, and the better counts.
_SLEEP = {"OMP_WAIT_POLICY": "PASSIVE"}
_WAYS_TO_WAIT = {
    "torch-masked-dense": ({}, _SLEEP),
    "torch-sparse-csr": ({}, _SLEEP),
    "sparselab": (_SLEEP,),
    "set-scipy-numba": ({"NUMBA_THREADING_LAYER": "workqueue"},),
}


def environments(name, threads):
    """The environment variables to start a peer's process with: each is a way worth trying."""
    variables = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS")
    counts = {variable: str(threads) for variable in variables}
    ways = _WAYS_TO_WAIT[name]
    return [{**counts, **way} for way in (ways if threads > 1 else ways[:1])]


def peer_class(name):
    """The class of a peer; `Unsupported` where its libraries are not installed."""
    module, class_name = PEERS[name]
    try:
        return getattr(importlib.import_module(f".{module}", __package__), class_name)
    except (ImportError, OSError) as error:
        raise Unsupported(f"its libraries are not installed ({error}): see `peers setup`") from error
