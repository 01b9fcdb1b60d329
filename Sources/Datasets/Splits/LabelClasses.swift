internal import Catalogue

/// The classes that a grouping makes of labels.
struct LabelClasses {
  /// The names of the classes, in order.
  let names: [String]
  /// The class of each label; a label without one is left out.
  let indices: [String: Int32]

  /// The classes of `labels`, the distinct labels of the training samples in their order; `spell`
  /// writes a label as they are written.
  /// - Throws: `DataError`: E0617 for a `binary` label that is none of them, E0636 for groups that
  ///   do not fit them.
  init(
    _ grouping: LabelGrouping, of labels: [String], spell: (String) -> String
  ) throws(DataError) {
    var indices: [String: Int32] = [:]
    switch grouping {
    case .each:
      names = labels
      for (index, label) in labels.enumerated() { indices[label] = Int32(index) }
    case .against(let asked):
      let wanted = spell(asked)
      guard labels.contains(wanted) else {
        throw Self.unknown(asked, labels, DatasetErrorCodes.noColumn, key: "binary")
      }
      names = [wanted == "rest" ? "others" : "rest", wanted]
      for label in labels { indices[label] = label == wanted ? 1 : 0 }
    case .groups(let asked):
      let groups = asked.map { $0.map(spell) }
      guard groups.count >= 2 else {
        throw Self.refusal(
          "`groups=` lists \(groups.isEmpty ? "no class" : "one class alone")",
          hint: "training needs at least two, as in `groups=[\"a\", [\"b\", \"c\"]]`")
      }
      let known = Set(labels)
      for (index, group) in groups.enumerated() {
        guard !group.isEmpty else {
          throw Self.refusal(
            "class \(index + 1) of `groups=` is empty", hint: "a class is one label or more")
        }
        for label in group {
          guard known.contains(label) else {
            throw Self.unknown(label, labels, DatasetErrorCodes.badGroups, key: "groups")
          }
          guard indices.updateValue(Int32(index), forKey: label) == nil else {
            throw Self.refusal(
              "`groups=` has the label `\(TextExcerpt.of(label))` twice",
              hint: "a label is in one class")
          }
        }
      }
      names = groups.map { $0.joined(separator: "+") }
      guard Set(names).count == names.count else {
        throw Self.refusal(
          "two classes of `groups=` would have the same name",
          hint: "the name of a class is its labels with `+` between them: rename a label")
      }
    }
    self.indices = indices
  }

  private static func unknown(
    _ label: String, _ labels: [String], _ code: ErrorCode, key: String
  ) -> DataError {
    DataError(
      code, "no training sample has the label `\(TextExcerpt.of(label))`",
      hint: "the labels are " + TextExcerpt.list(labels), at: .key(key))
  }

  private static func refusal(_ message: String, hint: String) -> DataError {
    DataError(DatasetErrorCodes.badGroups, message, hint: hint, at: .key("groups"))
  }
}
