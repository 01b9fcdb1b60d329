"""What the three PyTorch peers have in common: all but the sparse layer itself."""

import warnings
from abc import abstractmethod

import numpy as np
import torch
from torch.nn import functional

from .network import SRELU
from .peer import Peer

# PyTorch says once in every process that its CSR tensors are in beta, and unchecked.
warnings.filterwarnings("ignore", message="Sparse (CSR|invariant)")


class SRelu(torch.autograd.Function):
    """SReLU with its backward pass written out, which autograd alone would make twice as slow.

    `units` is the dimension of z that counts neurons; the sums for their parameters run over the other.
    """

    @staticmethod
    def forward(ctx, z, t_left, a_left, t_right, a_right, units):
        over = 1 - units
        left, right = t_left.unsqueeze(over), (t_left + t_right.abs()).unsqueeze(over)
        below = (z - left).clamp_(max=0)
        above = (z - right).clamp_(min=0)
        slopes = (a_left - 1).unsqueeze(over), (a_right - 1).unsqueeze(over)
        ctx.save_for_backward(below, above, a_left, t_right, a_right)
        ctx.over = over
        return torch.addcmul(z, below, slopes[0]).addcmul_(above, slopes[1])

    @staticmethod
    def backward(ctx, gradient):
        below, above, a_left, t_right, a_right = ctx.saved_tensors
        over = ctx.over
        of_below = gradient * (below < 0)
        of_above = gradient * (above > 0)
        of_right = of_above.sum(over) * (1 - a_right)
        of_z = torch.addcmul(gradient, of_below, (a_left - 1).unsqueeze(over))
        of_z.addcmul_(of_above, (a_right - 1).unsqueeze(over))
        return (
            of_z,
            of_below.sum(over) * (1 - a_left) + of_right,
            (of_below * below).sum(over),
            of_right * t_right.sign(),
            (of_above * above).sum(over),
            None,
        )


def tensor(array):
    """A tensor of its own memory with the array's values."""
    return torch.from_numpy(np.array(array))


def sparse_tensor(matrix):
    """PyTorch's form of a SciPy CSR matrix."""
    return torch.sparse_csr_tensor(
        tensor(matrix.indptr), tensor(matrix.indices), tensor(matrix.data), matrix.shape,
        check_invariants=False)


def order_of_transposed(matrix):
    """For every element of the transposed CSR matrix, in its order, its number in the matrix."""
    numbered = matrix.copy()
    numbered.data = np.arange(matrix.nnz, dtype=np.int64)
    return numbered.T.tocsr().data


class TorchPeer(Peer):
    """Hidden layers of a kind that subclasses give, dropout, a dense output, and PyTorch's SGD.

    Activations are batch × neurons, or neurons × batch where `units` is 0.
    """

    #: The dimension of activations that counts neurons.
    units = 1

    def __init__(self, network, settings, threads):
        torch.set_num_threads(threads)
        torch.manual_seed(1)
        self.settings, self.slope = settings, network.slope
        self.hidden = [self.sparse_layer(layer) for layer in network.layers[:-1]]
        self.biases = [torch.nn.Parameter(tensor(layer.bias)) for layer in network.layers]
        self.srelus = [
            [torch.nn.Parameter(tensor(layer.srelu[name])) for name in SRELU if name in layer.srelu]
            for layer in network.layers[:-1]
        ]
        self.output = torch.nn.Parameter(tensor(network.layers[-1].weight.T).contiguous())
        decayed = [self.weights_of(layer) for layer in self.hidden] + [self.output]
        plain = self.biases + [parameter for srelu in self.srelus for parameter in srelu]
        self.optimizer = torch.optim.SGD(
            [{"params": decayed, "weight_decay": settings.decay}, {"params": plain}],
            lr=settings.rate, momentum=settings.momentum, fused=True,
        )

    @abstractmethod
    def sparse_layer(self, layer):
        """The layer's connections in the peer's form."""

    @abstractmethod
    def weights_of(self, layer):
        """The parameter that holds the weights of what `sparse_layer` gave."""

    @abstractmethod
    def sums(self, layer, inputs, bias):
        """What a layer of the peer's form makes of its inputs, before the activation."""

    @abstractmethod
    def connections_of(self, layer):
        """The weights of a layer in the order of the network's CSR matrix."""

    def after_backward(self):
        """Whatever is to be done with the gradients before they are used."""

    def take(self, inputs, labels):
        self.inputs, self.labels = tensor(inputs), tensor(labels)

    def step(self, samples):
        samples = torch.from_numpy(samples)
        values = self.inputs.index_select(0, samples)
        if self.units == 0:
            values = values.t().contiguous()
        for layer, bias, srelu in zip(self.hidden, self.biases, self.srelus):
            values = self.sums(layer, values, bias)
            if self.slope is None:
                values = SRelu.apply(values, *srelu, self.units)
            else:
                values = functional.leaky_relu(values, self.slope)
            if self.settings.dropout > 0:
                values = functional.dropout(values, self.settings.dropout)
        if self.units == 0:
            values = values.t()
        logits = functional.linear(values, self.output, self.biases[-1])
        functional.cross_entropy(logits, self.labels.index_select(0, samples)).backward()
        self.after_backward()
        self.optimizer.step()
        self.optimizer.zero_grad()

    def parameters(self):
        named = {}
        for number, layer in enumerate(self.hidden, start=1):
            named[f"{number}.data"] = self.connections_of(layer)
            for name, parameter in zip(SRELU, self.srelus[number - 1]):
                named[f"{number}.{name}"] = parameter.detach().numpy().copy()
        named[f"{len(self.biases)}.weight"] = self.output.detach().numpy().T.copy()
        for number, bias in enumerate(self.biases, start=1):
            named[f"{number}.bias"] = bias.detach().numpy().copy()
        return named

    @classmethod
    def version(cls):
        return f"torch {torch.__version__}"
