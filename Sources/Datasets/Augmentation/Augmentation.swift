public import Catalogue

/// A way to change the training samples anew each epoch, so that a network never sees the same
/// twice. Test and validation samples stay as they are.
public protocol Augmentation: Buildable {
  /// What is done to the samples of a table; nil where they stay as they are.
  /// - Throws: `DataError`: E0635 for samples that are no images, E0623 for keys that do not fit them.
  func fitted(to tables: LabelledTables) throws(DataError) -> ImageAugmentation?
}

/// All augmentations.
public enum Augmentations {
  /// Every registered augmentation, the default first.
  public static let all: [any Augmentation.Type] = [NoAugmentation.self, ShiftFlipRotate.self]

  /// Builds the augmentation that `call` names.
  /// - Throws: `DataError` (E0625) for a name that is not registered.
  public static func build(_ call: Call) throws -> any Augmentation {
    guard let type = all.first(where: { $0.about.name == call.name }) else {
      throw DataError.unknown(
        "augmentation", call.name, among: all.map { $0.about.name }, key: "augment")
    }
    return try type.init(call.arguments.completed(by: type.about.parameters))
  }
}
