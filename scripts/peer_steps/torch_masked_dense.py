"""PyTorch with dense matrices: absent connections are zeros, kept so by a mask on the gradient.

This is how LiSET, CosineSET and most published dynamic sparse training compute. Masking the gradient
keeps both weight and velocity of an absent connection at 0, so the weights themselves need no masking.
"""

import numpy as np
import torch
from torch.nn import functional

from .torch_network import TorchPeer, tensor


class _Masked:
    def __init__(self, weight):
        # PyTorch has weights as outputs × inputs.
        turned = weight.T.tocsr()
        self.weight = torch.nn.Parameter(tensor(turned.toarray()))
        # From the places, not from the values: a connection may have weight 0.
        places = turned.copy()
        places.data = np.ones_like(places.data)
        self.mask = tensor(places.toarray())
        listed = weight.tocoo()
        self.rows, self.columns = listed.row, listed.col


class TorchMaskedDense(TorchPeer):
    """Dense weights times a mask of zeros and ones."""

    name = "torch-masked-dense"

    def sparse_layer(self, layer):
        return _Masked(layer.weight)

    def weights_of(self, layer):
        return layer.weight

    def sums(self, layer, inputs, bias):
        return functional.linear(inputs, layer.weight, bias)

    def after_backward(self):
        for layer in self.hidden:
            layer.weight.grad.mul_(layer.mask)

    def connections_of(self, layer):
        return layer.weight.detach().numpy()[layer.columns, layer.rows]
