"""An independent run of SET and LiSET on MNIST in LiSET's setting (Radu 2021), with PyTorch and masks.

784-300-100-10, leaky ReLU 0.01, epsilon 4.5, dropout 0.3, skip dropout 0.5, batch 100, rate 0.001, plain SGD,
zeta 0.3, new weights U(+-1/sqrt(n_out)), inputs in 0...1. Prints the final and the best test accuracy and ARA (b = 0.5).
docs/reproduction.md holds its figures. About seven minutes of processor time for 250 epochs.

usage: liset_torch.py FOLDER SEED set|liset GAMMA EPOCHS, with the files of MNIST in FOLDER
"""
import gzip, sys
import numpy as np, torch
torch.set_num_threads(1)
folder, seed, policy, gamma, epochs = sys.argv[1], int(sys.argv[2]), sys.argv[3], float(sys.argv[4]), int(sys.argv[5])
def images(name):
    raw = gzip.open(folder + '/' + name).read(); return np.frombuffer(raw, np.uint8, offset=16).reshape(-1, 784)
def labels(name):
    return torch.from_numpy(np.frombuffer(gzip.open(folder + '/' + name).read(), np.uint8, offset=8).astype(np.int64))
x = torch.from_numpy(images('train-images-idx3-ubyte.gz').astype(np.float32) / 255)
y = labels('train-labels-idx1-ubyte.gz')
xt = torch.from_numpy(images('t10k-images-idx3-ubyte.gz').astype(np.float32) / 255)
yt = labels('t10k-labels-idx1-ubyte.gz')
torch.manual_seed(seed); rng = np.random.default_rng(seed)
sizes = [784, 300, 100, 10]
main = [torch.nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]
masks = []
for layer, (a, b) in zip(main[:2], zip(sizes, sizes[1:])):
    n = round(4.5 * (a + b)); m = np.zeros(a * b, np.float32); m[rng.choice(a * b, n, replace=False)] = 1
    masks.append(torch.from_numpy(m.reshape(b, a)))
skips = [torch.nn.Linear(sizes[k], 10) for k in range(2)] if policy == 'liset' else []
with torch.no_grad():
    for l, m in zip(main, masks): l.weight *= m
params = [p for l in main + skips for p in l.parameters()]
act = torch.nn.LeakyReLU(0.01)
def forward(v, train, present):
    out = 0
    for k, l in enumerate(main):
        if train and k < 2 and skips and present[k]: out = out + skips[k](v)
        v = l(v)
        if k < 2:
            v = act(v)
            if train: v = torch.nn.functional.dropout(v, 0.3)
    return v + out
history = []
for epoch in range(epochs):
    order = torch.from_numpy(rng.permutation(60000))
    for s in range(0, 60000, 100):
        i = order[s:s + 100]
        present = rng.random(2) < 0.5
        loss = torch.nn.functional.cross_entropy(forward(x[i], True, present), y[i])
        for p in params: p.grad = None
        loss.backward()
        with torch.no_grad():
            for k, l in enumerate(main):
                if k < 2: l.weight.grad *= masks[k]
            for p in params:
                if p.grad is not None: p -= 0.001 * p.grad
    with torch.no_grad():
        history.append((forward(xt, False, None).argmax(1) == yt).float().mean().item())
    if epoch + 1 == epochs: break
    with torch.no_grad():
        for k in range(2):
            w = main[k].weight.numpy(); m = masks[k].numpy().astype(bool); flat = w.ravel(); fm = m.ravel()
            on = np.flatnonzero(fm); pos = on[flat[on] > 0]; neg = on[flat[on] < 0]
            gone = [pos[np.argsort(flat[pos])[:int(.3 * len(pos))]], neg[np.argsort(-flat[neg])[:int(.3 * len(neg))]]]
            gone = np.concatenate(gone); fm[gone] = False; flat[gone] = 0
            empty = np.flatnonzero(~fm)
            if policy == 'liset':
                s = np.abs(skips[k].weight.numpy()).sum(0); p = 1 / (1 + np.exp(-(s / s.max() + gamma)))
                q = p[empty % sizes[k]]; keys = rng.exponential(size=len(empty)) / q
                new = empty[np.argpartition(keys, len(gone))[:len(gone)]]
            else: new = rng.choice(empty, len(gone), replace=False)
            fm[new] = True; r = 1 / np.sqrt(sizes[k + 1]); flat[new] = rng.uniform(-r, r, len(new))
            masks[k].copy_(torch.from_numpy(fm.reshape(m.shape).astype(np.float32)))
            if skips:
                r = 1 / np.sqrt(10) / 100
                for p in (skips[k].weight, skips[k].bias): p.uniform_(-r, r)
h = np.array(history); n = len(h); b = .5
i = np.arange(1, n + 1)
c1 = (n - n * b) / max(n - 1, 1)
w = i * c1 + n - n * c1
print(policy, gamma, 'seed', seed, 'final %.2f best %.2f ARA %.2f' % (100 * h[-1], 100 * h.max(), 100 * (h * w).sum() / w.sum()))
