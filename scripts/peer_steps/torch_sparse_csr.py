"""PyTorch with weights as compressed sparse rows, the backward pass from PyTorch's own kernels.

Autograd gives a CSR parameter no gradient that `optim.SGD` could use, so the values alone are the
parameter, and the backward pass is written out: `sampled_addmm` computes the gradient at the
connections only, and a second matrix, the transposed one, gives the gradient by the inputs (a
transposed view would be converted at every call). Activations are neurons × batch, the layout in
which sparse times dense needs no transposition.
"""

import torch

from .torch_network import TorchPeer, order_of_transposed, sparse_tensor, tensor


class _Product(torch.autograd.Function):
    """W·x for a layer's connections, W of outputs × inputs and x of inputs × batch."""

    @staticmethod
    def forward(ctx, values, x, layer):
        ctx.layer = layer
        ctx.save_for_backward(values, x)
        return layer.matrix(values) @ x

    @staticmethod
    def backward(ctx, gradient):
        values, x = ctx.saved_tensors
        layer = ctx.layer
        of_values = torch.sparse.sampled_addmm(layer.pattern, gradient, x.t(), beta=0).values()
        of_x = layer.transposed(values) @ gradient if ctx.needs_input_grad[1] else None
        return of_values, of_x, None


class _Connections:
    """The values, and the places of the outputs × inputs matrix and of its transpose."""

    def __init__(self, weight):
        turned = weight.T.tocsr()
        self.values = torch.nn.Parameter(tensor(turned.data))
        self.places = tensor(turned.indptr), tensor(turned.indices)
        self.transposed_places = tensor(weight.indptr), tensor(weight.indices)
        self.shape, self.transposed_shape = turned.shape, weight.shape
        self.order = tensor(order_of_transposed(turned))
        self.pattern = sparse_tensor(turned)

    def matrix(self, values):
        return torch.sparse_csr_tensor(*self.places, values, self.shape, check_invariants=False)

    def transposed(self, values):
        values = values.index_select(0, self.order)
        return torch.sparse_csr_tensor(
            *self.transposed_places, values, self.transposed_shape, check_invariants=False)


class TorchSparseCsr(TorchPeer):
    """Weights as `torch.sparse_csr_tensor`."""

    name = "torch-sparse-csr"
    units = 0

    def sparse_layer(self, layer):
        return _Connections(layer.weight)

    def weights_of(self, layer):
        return layer.values

    def sums(self, layer, inputs, bias):
        return _Product.apply(layer.values, inputs, layer) + bias.unsqueeze(1)

    def connections_of(self, layer):
        return layer.values.index_select(0, layer.order).detach().numpy()
