public import Catalogue

/// `data madelon`: the real set where the data directory holds it, else one of the same making.
public struct MadelonSource: DatasetSource {
  /// The set, the keys of its generator, and where the construction was published.
  public static let about = About(
    name: "madelon", category: .dataset,
    summary: "two classes on the corners of a hypercube: 20 informative features among 500",
    details: """
      Clusters of points lie on the corners of a hypercube in a few dimensions; each cluster has \
      one of two labels at random, so that no single feature tells anything. Linear combinations \
      of these features are added, then noise features that tell nothing, and the columns are \
      shuffled. With all keys at their defaults and a folder `madelon` in the data directory, the \
      real files are read (2,000 samples to train on, the 600 of the validation files to test \
      on); otherwise the set is generated, as its origin and a note then say.
      """,
    paper: """
      I. Guyon, Design of experiments of the NIPS 2003 variable selection benchmark, 2003; \
      UCI data set 171
      """,
    parameters: [
      Parameter("samples", .integer(.between(2, 1e7)), default: 2000, "samples to train on"),
      Parameter("test_samples", .integer(.between(2, 1e7)), default: 600, "samples to test on"),
      Parameter("features", .integer(.between(1, 1e7)), default: 500, "features in all"),
      Parameter(
        "informative", .integer(.between(1, 30)), default: 5, "dimensions of the hypercube"),
      Parameter(
        "redundant", .integer(.between(0, 1e6)), default: 15,
        "features that are linear combinations of the informative ones"),
      Parameter("clusters", .integer(.between(1, 1e6)), default: 16, "clusters of each class"),
      Parameter(
        "separation", .number(.between(0, 1000)), default: 2,
        "half the side of the hypercube; clusters spread by about 1"),
      Parameter(
        "flip", .fraction(.between(0, 0.5)), default: 0.01, "the share of labels turned round"),
      Parameter(
        "noise", .number(.between(0, 1000)), default: 0.1,
        "noise on informative and redundant features, in parts of their deviation"),
      Parameter(
        "generate", .logic, default: false, "whether to generate even where real files are found"),
    ],
    examples: [
      Example("data madelon", "the real files or, without them, the same construction"),
      Example("data madelon features=100 samples=500 flip=0%", "a smaller set without label noise"),
    ])

  /// The informative features of the real set, counted from 0 (5 informative, 15 made of them).
  public static let realInformative = [
    28, 48, 64, 105, 128, 153, 241, 281, 318, 336, 338, 378, 433, 442, 451, 453, 455, 472, 475,
    493,
  ]

  private let arguments: Arguments

  /// The set that these keys describe.
  public init(_ arguments: Arguments) { self.arguments = arguments }

  /// Reads the real files, or generates. O(samples · features).
  /// - Throws: `DataError`: what is wrong in the real files; E0623 for keys that do not fit
  ///   together, E0605 for more numbers than memory holds.
  public func load(_ context: SourceContext) throws -> LabelledTables {
    if isDefault, let directory = context.dataDirectory,
      PathText.existing(PathText.join(directory, "madelon/madelon_train.data")) != nil
    {
      var tables = try StoredSet(Self.about.name, folder: "madelon", width: 500, in: context)
        .read(UCIFormat(), train: "madelon_train.data", test: "madelon_valid.data")
      tables.informative = Self.realInformative
      return tables
    }
    var tables = try MadelonGenerator(arguments).generate(seed: context.seed)
    if isDefault {
      tables.notes.append("the real Madelon was not found in a data directory: generated instead")
    }
    return tables
  }

  /// Whether every key has its default.
  private var isDefault: Bool {
    Self.about.parameters.allSatisfy {
      arguments[$0.name]?.description == $0.standard?.description
    }
  }
}
