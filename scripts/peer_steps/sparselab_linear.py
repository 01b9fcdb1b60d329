"""SparseLab: its `SparseLinear` module in place of `torch.nn.Linear`, with our connections.

https://github.com/DarshanFofadiya/sparselab; a PyTorch extension with kernels for AVX2 and NEON.
"""

import numpy as np
import sparselab
import torch

from .torch_network import TorchPeer, order_of_transposed, sparse_tensor


class _Connections:
    """A `SparseLinear`, and the slots in which the values of the connections lie.

    The module has no public way to start from given connections: it draws some, and ours take their
    place as it would put them there itself, the values as a view of the matrix's own memory.
    """

    def __init__(self, weight):
        turned = weight.T.tocsr()
        self.module = sparselab.SparseLinear(*weight.shape, bias=False, sparsity=0.99)
        matrix = sparselab.PaddedCSR.from_torch_sparse_csr(sparse_tensor(turned))
        self.module._csr = matrix
        self.module._values = torch.nn.Parameter(torch.from_numpy(np.asarray(matrix.values)))
        # A row's values stand together, with room for more after them.
        gaps = np.asarray(matrix.row_start) - turned.indptr[:-1]
        self.slots = np.arange(turned.nnz) + np.repeat(gaps, np.diff(turned.indptr))
        if not np.array_equal(np.asarray(matrix.col_indices)[self.slots], turned.indices):
            raise RuntimeError("PaddedCSR does not keep the order of the elements")
        self.order = order_of_transposed(turned)


class SparseLabLinear(TorchPeer):
    """`sparselab.SparseLinear`, which transposes its inputs and outputs itself."""

    name = "sparselab"

    def sparse_layer(self, layer):
        return _Connections(layer.weight)

    def weights_of(self, layer):
        return layer.module._values

    def sums(self, layer, inputs, bias):
        return layer.module(inputs) + bias

    def connections_of(self, layer):
        return layer.module._values.detach().numpy()[layer.slots][layer.order]

    @classmethod
    def version(cls):
        return f"sparselab {sparselab.__version__}, {super().version()}"
