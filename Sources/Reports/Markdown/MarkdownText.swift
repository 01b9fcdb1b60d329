/// Text made safe for Markdown.
enum MarkdownText {
  /// The text on one line, every character that could begin markup taken as it stands. `_` between
  /// letters or digits begins none and is left alone, so that `leaky_relu` reads well.
  static func escaped(_ text: String) -> String {
    let scalars = Array(DisplayText.line(text).unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let special =
        switch scalar {
        case "\\", "`", "*", "[", "]", "<", ">", "|", "~", "&", "$": true
        case "_": !(isWord(scalars, index - 1) && isWord(scalars, index + 1))
        // These begin a heading, a list or a quotation only at the head of a line.
        case "#", "+", "-", "=", ":": index == 0
        case ".", ")":
          index > 0 && scalars[..<index].allSatisfy { ("0"..."9").contains($0) }
            && (index + 1 == scalars.count || scalars[index + 1] == " ")
        default: false
        }
      if special { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func isWord(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    scalars.indices.contains(index)
      && (scalars[index].properties.isAlphabetic || ("0"..."9").contains(scalars[index]))
  }

  /// The text letter for letter, in a fence longer than any run of back-ticks in it.
  static func fenced(_ text: String, language: String) -> String {
    var (longest, run) = (0, 0)
    for character in text.unicodeScalars {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let body = DisplayText.lines(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    return "\(fence)\(language)\n\(body.joined(separator: "\n"))\n\(fence)"
  }
}
