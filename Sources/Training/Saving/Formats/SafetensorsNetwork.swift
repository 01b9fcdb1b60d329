internal import Catalogue
internal import Datasets

/// `.safetensors`: all of a network, for PyTorch, JAX and others.
enum SafetensorsNetwork: LoadableFormat {
  static let about = About(
    name: "safetensors", category: .file,
    summary: "all of a network, as the named arrays that `save` lists; can be loaded again",
    details: """
      `safetensors.numpy.load_file(path)` gives the arrays in Python, and \
      `safetensors.safe_open(path, \"np\").metadata()` the texts: shape, activations, classes, \
      features, policy, seed, script and more.
      """,
    paper: "huggingface.co/docs/safetensors", examples: [.saving(as: "safetensors")])

  static func encode(_ saved: SavedNetwork) throws -> [UInt8] {
    try SafetensorsFormat.encode(saved.archive())
  }

  static func decode(_ bytes: [UInt8]) throws -> TensorArchive {
    try SafetensorsFormat.decode(bytes)
  }
}
