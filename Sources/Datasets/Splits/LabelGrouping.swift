internal import Catalogue

/// How labels become classes, as the keys `binary=` and `groups=` say.
enum LabelGrouping: Equatable {
  /// Every label is a class.
  case each
  /// One label is a class, all others together are the other.
  case against(String)
  /// These labels are the classes; samples with others are left out.
  case groups([[String]])

  /// What the keys of the verb `data` ask for.
  /// - Throws: `DataError` (E0623) where both are given.
  init(_ arguments: Arguments) throws(DataError) {
    let binary = arguments["binary"].flatMap(Self.label)
    guard arguments.has("groups") else {
      self = binary.map(LabelGrouping.against) ?? .each
      return
    }
    guard binary == nil else {
      throw DataError(
        DatasetErrorCodes.badRequest, "`binary=` and `groups=` both say what the classes are",
        hint: "give one of them", at: .key("groups"))
    }
    self = .groups(
      arguments.list("groups").map { group in
        let labels: [Argument] = if case .list(let several) = group { several } else { [group] }
        return labels.compactMap(Self.label)
      })
  }

  /// The text of a label that a key gives.
  private static func label(_ argument: Argument) -> String? {
    switch argument {
    case .number(let value): NumberText.plain(value)
    case .text(let text), .name(let text): text
    default: nil
    }
  }
}
