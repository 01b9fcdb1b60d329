public import Catalogue

/// `augment=none`: training samples as they are.
public struct NoAugmentation: Augmentation {
  /// The augmentation that is none.
  public static let about = About(
    name: "none", category: .augmentation, summary: "trains on the samples as they are",
    examples: [Example("data madelon augment=none")])

  /// The augmentation; it has no keys.
  public init(_ arguments: Arguments = Arguments()) {}

  /// Nothing.
  public func fitted(to tables: LabelledTables) -> ImageAugmentation? { nil }
}
