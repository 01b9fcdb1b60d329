internal import Catalogue
internal import Datasets

/// `.npz`: all of a network, for NumPy and SciPy.
enum NpzNetwork: LoadableFormat {
  static let about = About(
    name: "npz", category: .file,
    summary: "the same arrays for NumPy and SciPy; can be loaded again, as can what these wrote",
    details: """
      With `a = numpy.load(path)`, `scipy.sparse.csr_matrix((a[\"1.data\"], a[\"1.indices\"], \
      a[\"1.indptr\"]))` is the first layer. Texts are named `meta.…`. A file that another program \
      wrote is a network, too, if it holds the weights of layers 1, 2, … and the text \
      `meta.activation`, whose value is written as `activation=` takes it; the output layer is \
      linear. Indices may be of 32 or 64 bits and in any order within a row, numbers of 32 or 64 \
      bits. What is absent is: biases none, scaling none, velocities 0, features `x0`, `x1`, …, \
      classes `0`, `1`, ….
      """,
    paper: "numpy.org/doc/stable/reference/generated/numpy.lib.format.html",
    examples: [.saving(as: "npz")])

  static func encode(_ saved: SavedNetwork) throws -> [UInt8] {
    try NpzFormat.encode(saved.archive())
  }

  static func decode(_ bytes: [UInt8]) throws -> TensorArchive { try NpzFormat.decode(bytes) }
}
