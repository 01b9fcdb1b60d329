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

# Idle threads of OpenMP spin. Where two libraries bring a pool of threads each, as PyTorch and
# SparseLab, or NumPy and Numba, the idle ones of one pool take the cores that the other needs, and
# a step can take fifty times as long; so these two peers are told to sleep instead.
_ENVIRONMENT = {
    "sparselab": {"OMP_WAIT_POLICY": "PASSIVE"},
    "set-scipy-numba": {"NUMBA_THREADING_LAYER": "workqueue"},
}


def environment(name, threads):
    """The environment variables to start a peer's process with."""
    variables = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS")
    return {**{variable: str(threads) for variable in variables}, **_ENVIRONMENT.get(name, {})}


def peer_class(name):
    """The class of a peer; `Unsupported` where its libraries are not installed."""
    module, class_name = PEERS[name]
    try:
        return getattr(importlib.import_module(f".{module}", __package__), class_name)
    except (ImportError, OSError) as error:
        raise Unsupported(f"its libraries are not installed ({error}): see `peers setup`") from error
