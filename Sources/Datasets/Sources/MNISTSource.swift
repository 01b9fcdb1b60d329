public import Catalogue

/// `data mnist`: handwritten digits.
public struct MNISTSource: DatasetSource {
  public static let about = About(
    name: "mnist", category: .dataset,
    summary:
      "Handwritten digits: 10 classes, 28 × 28 pixels, 60,000 samples to train and 10,000 to test on",
    details: """
      Read from the folder `mnist` of the data directory, under the original names \
      (`train-images-idx3-ubyte` and so on, compressed or not).
      """,
    paper:
      "Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, Gradient-based learning applied to document recognition, 1998",
    examples: [Example("data mnist scale=minmax")])

  public init(_ arguments: Arguments = Arguments()) {}

  public func load(_ context: SourceContext) throws -> LabelledTables {
    try StoredSet(Self.about.name, folder: "mnist", width: 784, in: context)
      .read(IDXFormat(), train: "train-images-idx3-ubyte", test: "t10k-images-idx3-ubyte")
  }
}
