public import Catalogue

/// `data madelon`: the real files if there, else generated. (Filled in next.)
public struct MadelonSource: DatasetSource {
  /// The set, its keys and where it was published.
  public static let about = About(
    name: "madelon", category: .dataset, summary: "Five informative features among 500")
  /// The set that these keys describe.
  public init(_ arguments: Arguments) {}
  public func load(_ context: SourceContext) throws -> LabelledTables {
    try StoredSet(Self.about.name, folder: "madelon", width: 500, in: context)
      .read(UCIFormat(), train: "madelon_train.data", test: "madelon_valid.data")
  }
}
