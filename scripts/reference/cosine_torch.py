"""An independent run of SET, CoDASET and CoDACoRSET on ISOLET (Pieterse & Mocanu 2019), with PyTorch and dense masks.

Written from the papers and the algorithms' specification alone, to tell whether an accuracy of sparsesh is the algorithm's
own or a fault's. docs/reproduction.md holds its figures.

617-1000-1000-1000-26, SReLU with four trained parameters a neuron, epsilon 20, dense output layer, He-uniform weights over
the dense fan-in, dropout 0.3 in training only, SGD 0.01 with momentum 0.9, batch 100, zeta 0.3, inputs standardised by the
training set, evolution after every epoch but the last. Similarities are taken over all training samples, without dropout,
with the epoch's final weights. Survivors keep their velocity; new connections start at velocity 0.

Prints the test accuracy of every epoch (before its evolution) and, at the end, a line of JSON: best and final accuracy,
training accuracy, seconds, and means over the last ten evolutions:
  returned   by layer, the share of new connections that lie in a cell just emptied
  newest     by layer, the share of removed connections that the evolution before had added
  drop       points of test accuracy lost by the evolution itself, before any training
  jolt       by layer, the relative change ||Y' - Y|| / ||Y|| of its pre-activations by the evolution of that layer alone
  alike      by layer, pairs of an input and an output neuron with C > 0.99
  similarity by layer, C's mean over all cells, over connections kept and over new ones
  constant   by layer, output neurons whose activation's deviation is less than 1 % of its root mean square
  orphans    by layer, output neurons without any incoming connection
  idle       by layer, the share of new connections both of whose neurons are constant
  sources    by layer, input neurons that have any outgoing connection
About ten minutes of one processor for 150 epochs.

usage: cosine_torch.py FOLDER [--policy set|codaset|codacorset] [--regrow init|zeros] [--stage post|pre] [--epochs N]
       [--seed N], with the files of ISOLET (isolet1+2+3+4.data.gz, isolet5.data.gz) in FOLDER
"""
import argparse
import gzip
import json
import time

import numpy as np
import torch

SIZES = [617, 1000, 1000, 1000, 26]
HIDDEN = len(SIZES) - 2
INSTRUMENTS = ['returned', 'newest', 'jolt', 'alike', 'similarity', 'constant', 'orphans', 'idle', 'sources']
EPSILON, ZETA, DROPOUT, RATE, MOMENTUM, BATCH = 20, 0.3, 0.3, 0.01, 0.9, 100


def read(path):
    table = np.loadtxt(gzip.open(path, 'rt'), delimiter=',', converters=lambda field: float(field.strip().rstrip('.')))
    return table[:, :-1], torch.from_numpy(table[:, -1].astype(np.int64) - 1)


def load(folder):
    x, y = read(folder + '/isolet1+2+3+4.data.gz')
    xt, yt = read(folder + '/isolet5.data.gz')
    mean, deviation = x.mean(0), x.std(0)
    scale = np.where(deviation > 0, 1 / np.where(deviation > 0, deviation, 1), 0)
    return [torch.from_numpy(((v - mean) * scale).astype(np.float32)) for v in (x, xt)] + [y, yt]


class Network:
    """Dense weight matrices (output, input), zero where there is no connection; cells[k] lists layer k's connections."""

    def __init__(self, rng):
        self.rng, self.weights, self.cells = rng, [], []
        for k, (a, b) in enumerate(zip(SIZES, SIZES[1:])):
            count = round(EPSILON * (a + b)) if k < HIDDEN else a * b
            cells = np.sort(rng.choice(a * b, min(count, a * b), replace=False))
            weight = np.zeros(a * b, np.float32)
            weight[cells] = self.draw(k, len(cells))
            self.weights.append(torch.from_numpy(weight.reshape(b, a)).requires_grad_())
            self.cells.append(torch.from_numpy(cells))
        self.biases = [torch.zeros(b, requires_grad=True) for b in SIZES[1:]]
        self.activations = []
        for n in SIZES[1:-1]:
            start = [np.zeros(n), rng.uniform(0, 1, n), rng.uniform(0, 5, n), np.ones(n)]
            self.activations.append([torch.tensor(p, dtype=torch.float32, requires_grad=True) for p in start])
        self.small = self.biases + [p for layer in self.activations for p in layer]
        self.small_velocity = [torch.zeros_like(p) for p in self.small]
        self.velocity = [torch.zeros(len(c)) for c in self.cells]

    def draw(self, k, count):
        bound = np.sqrt(6 / SIZES[k])
        return self.rng.uniform(-bound, bound, count).astype(np.float32)

    def srelu(self, k, v):
        t_left, a_left, t_right, a_right = self.activations[k]
        right = t_left + t_right.abs()
        return torch.where(v >= right, right + a_right * (v - right),
                           torch.where(v <= t_left, t_left + a_left * (v - t_left), v))

    def forward(self, v, train=False, stages=None):
        """The logits. stages, a pair of lists, is given the activations before and after each hidden layer's function."""
        for k, (w, b) in enumerate(zip(self.weights, self.biases)):
            v = torch.nn.functional.linear(v, w, b)
            if k == HIDDEN:
                return v
            if stages:
                stages[0].append(v)
            v = self.srelu(k, v)
            if stages:
                stages[1].append(v)
            if train:
                v = torch.nn.functional.dropout(v, DROPOUT)

    def step(self, x, y):
        loss = torch.nn.functional.cross_entropy(self.forward(x, train=True), y)
        gradients = torch.autograd.grad(loss, self.weights + self.small)
        with torch.no_grad():
            for w, cells, v, g in zip(self.weights, self.cells, self.velocity, gradients):
                v.mul_(MOMENTUM).sub_(g.view(-1)[cells], alpha=RATE)
                w.view(-1)[cells] += v
            for p, v, g in zip(self.small, self.small_velocity, gradients[len(self.weights):]):
                v.mul_(MOMENTUM).sub_(g, alpha=RATE)
                p += v

    @torch.no_grad()
    def accuracy(self, x, y):
        return 100 * (self.forward(x).argmax(1) == y).double().mean().item()


def similarities(a, b):
    """C, by (output, input), of equation 2: a holds the layer's inputs and b its outputs, a row a sample."""
    def normed(v):
        length = v.norm(dim=0)
        return v * torch.where(length > 0, 1 / length, torch.zeros_like(length))
    return (normed(b).T @ normed(a)).abs().numpy().ravel()


def tails(metric):
    """Positions of the floor(zeta n+) smallest of at least 0 and the floor(zeta n-) negative ones closest to 0."""
    positive, negative = np.flatnonzero(metric >= 0), np.flatnonzero(metric < 0)
    positive = positive[np.argsort(metric[positive], kind='stable')[:int(ZETA * len(positive))]]
    negative = negative[np.argsort(-metric[negative], kind='stable')[:int(ZETA * len(negative))]]
    return np.concatenate([positive, negative])


def largest(scores, count):
    """Positions of the count largest scores, the first of equal ones."""
    bound = np.partition(scores, len(scores) - count)[len(scores) - count]
    above = np.flatnonzero(scores > bound)
    return np.concatenate([above, np.flatnonzero(scores == bound)[:count - len(above)]])


@torch.no_grad()
def evolve(net, x, options, added, measure):
    """One evolution of every hidden layer; returns the instruments' values if measure is true.
    added: the cells added before, by layer."""
    compare = measure or options.policy != 'set'
    if compare:
        stages = ([], [])
        net.forward(x, stages=stages)
        chosen = stages[options.stage == 'post']
    values = {name: [] for name in INSTRUMENTS}
    for k in range(HIDDEN):
        if compare:
            c = similarities(x if k == 0 else chosen[k - 1], chosen[k])
        weight, cells, velocity = net.weights[k].view(-1), net.cells[k].numpy(), net.velocity[k]
        before = weight.clone()
        metric = weight[net.cells[k]].numpy()
        if options.policy == 'codacorset':
            metric = metric * c[cells]
        gone = np.zeros(len(cells), bool)
        gone[tails(metric)] = True
        removed, kept = cells[gone], cells[~gone]
        empty = np.ones(len(weight), bool)
        empty[kept] = False
        empty = np.flatnonzero(empty)
        if options.policy == 'set':
            new = net.rng.choice(empty, len(removed), replace=False)
        else:
            new = empty[largest(c[empty], len(removed))]
        weight[removed] = 0
        weight[new] = torch.from_numpy(net.draw(k, len(new))) if options.regrow == 'init' else 0.0
        net.cells[k] = torch.from_numpy(np.concatenate([kept, new]))
        net.velocity[k] = torch.cat([velocity[torch.from_numpy(~gone)], torch.zeros(len(new))])
        assert len(np.unique(net.cells[k])) == len(cells) and int((weight != 0).sum()) <= len(cells)
        if measure:
            inputs = x if k == 0 else stages[1][k - 1]
            change = (weight - before).view_as(net.weights[k])
            rigid = [(v.std(0) < 0.01 * v.square().mean(0).sqrt()).numpy() for v in (inputs, stages[1][k])]
            target, source = np.divmod(net.cells[k].numpy(), SIZES[k])
            values['returned'].append(np.isin(new, removed).mean())
            values['newest'].append(np.isin(removed, added[k]).mean())
            values['jolt'].append(((inputs @ change.T).norm() / stages[0][k].norm()).item())
            values['alike'].append(int((c > 0.99).sum()))
            values['similarity'].append([float(c.mean()), float(c[kept].mean()), float(c[new].mean())])
            values['constant'].append(int(rigid[1].sum()))
            values['orphans'].append(SIZES[k + 1] - len(np.unique(target)))
            values['idle'].append((rigid[0][new % SIZES[k]] & rigid[1][new // SIZES[k]]).mean())
            values['sources'].append(len(np.unique(source)))
        added[k] = new
    return values


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    parser.add_argument('--policy', choices=['set', 'codaset', 'codacorset'], default='codacorset')
    parser.add_argument('--regrow', choices=['init', 'zeros'], default='init')
    parser.add_argument('--stage', choices=['post', 'pre'], default='post')
    parser.add_argument('--epochs', type=int, default=150)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    x, xt, y, yt = load(options.folder)
    net = Network(np.random.default_rng(options.seed))
    start, history, drops, records, added = time.time(), [], [], [], [[]] * HIDDEN
    for epoch in range(1, options.epochs + 1):
        order = torch.from_numpy(net.rng.permutation(len(x)))
        for batch in order.split(BATCH):
            net.step(x[batch], y[batch])
        history.append(net.accuracy(xt, yt))
        print('%d %.2f' % (epoch, history[-1]), end='\n' if epoch % 10 == 0 else '  ', flush=True)
        if epoch < options.epochs:
            measure = epoch >= options.epochs - 10
            values = evolve(net, x, options, added, measure)
            if measure:
                records.append(values)
                drops.append(history[-1] - net.accuracy(xt, yt))
    result = {name: getattr(options, name) for name in ('policy', 'regrow', 'stage', 'epochs', 'seed')}
    result.update(best=max(history), final=history[-1], train=net.accuracy(x, y), seconds=time.time() - start)
    if records:
        result.update({name: np.mean([r[name] for r in records], axis=0).tolist() for name in INSTRUMENTS})
        result.update(drop=float(np.mean(drops)))
    print(json.dumps(json.loads(json.dumps(result), parse_float=lambda s: round(float(s), 4))))


main()
