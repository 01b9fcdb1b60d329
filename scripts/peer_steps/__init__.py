"""Training steps of other libraries, timed on sparsesh's own networks and data.

`scripts/peers` runs this package in an environment of its own; `sparsesh bench --peers` runs
`scripts/peers`. Each peer is one file, a class that trains a network of sparse hidden layers the way
users of that library would:

    torch_masked_dense.py   PyTorch, dense matrices kept sparse by a mask
    torch_sparse_csr.py     PyTorch, weights as compressed sparse rows
    sparselab_linear.py     SparseLab's `SparseLinear` layers for PyTorch
    set_scipy_numba.py      SciPy matrices and Numba loops, as SET's authors train

All of them compute the same step, which `oracle.py` states in plain NumPy: softmax cross-entropy,
mean gradient over the batch, v = μv − η(g + λw), w += v, no decay of biases and of SReLU's four
trained parameters a neuron, inverted dropout on hidden neurons. `check.py` holds each peer against the
oracle; `measure.py` holds it, before it is timed, against the step that sparsesh itself made.
"""
