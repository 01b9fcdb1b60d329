public import Catalogue

/// `data fashion_mnist`: pictures of clothes.
public struct FashionMNISTSource: DatasetSource {
  /// The set, its keys and where it was published.
  public static let about = About(
    name: "fashion_mnist", category: .dataset,
    summary:
      "pictures of clothes: 10 classes, 28 × 28 pixels, 60,000 samples to train and 10,000 to test on",
    details: """
      Read from the folder `fashion-mnist` of the data directory, under the original names \
      (`train-images-idx3-ubyte` and so on, compressed or not).
      """,
    paper: "H. Xiao, K. Rasul, R. Vollgraf, Fashion-MNIST, 2017",
    examples: [Example("data fashion_mnist scale=minmax")])

  /// The set; it has no keys of its own.
  public init(_ arguments: Arguments = Arguments()) {}

  /// Reads the set's files.
  /// - Throws: `DataError`: E0622 where they are not there, or what is wrong in them.
  public func load(_ context: SourceContext) throws -> LabelledTables {
    try StoredSet(Self.about.name, folder: "fashion-mnist", width: 784, in: context)
      .read(IDXFormat(), train: "train-images-idx3-ubyte", test: "t10k-images-idx3-ubyte")
  }
}
