internal import Catalogue

/// A line as it will be written.
struct LayoutRow {
  /// The spaces before it.
  let indentation: Int
  /// What stands on it; of a line whose `=` may be aligned, what stands before that.
  var code: String
  /// What is aligned with that of the lines above and below: from the `=` on.
  var value: String?
  /// The comment on it.
  let comment: String?
  /// Whether an empty line comes before it.
  let isAfterBlank: Bool

  /// The columns of its code.
  var width: Int { DisplayWidth.of(code) }

  /// Whether there is nothing but a comment.
  var isComment: Bool { code.isEmpty }

  /// The line without its newline.
  var text: String {
    String(repeating: " ", count: indentation) + code + (comment ?? "")
  }
}
