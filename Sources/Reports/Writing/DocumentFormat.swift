/// The forms in which a document can be written, by the extension of the file's name.
public enum DocumentFormat: String, Sendable, CaseIterable {
  case html
  case markdown = "md"
  case csv
  case json
  case svg
  /// Plain text, as in a terminal without colour.
  case text = "txt"

  /// The extensions with their points: `.html`, `.md` ….
  public static var extensions: [String] { allCases.map { "." + $0.rawValue } }

  /// The format for a file of that name; upper case counts as lower.
  /// - Throws: `ReportError.unknownExtension`.
  public init(path: String) throws(ReportError) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let point = name.lastIndex(of: "."), point != name.startIndex,
      let format = Self(rawValue: name[name.index(after: point)...].lowercased())
    else { throw .unknownExtension(path: path) }
    self = format
  }

  /// What turns a document into this form.
  public var renderer: any Renderer {
    switch self {
    case .html: HTMLRenderer()
    case .markdown: MarkdownRenderer()
    case .csv: CSVRenderer()
    case .json: JSONRenderer()
    case .svg: SVGRenderer()
    case .text: TerminalRenderer(width: 80, color: false)
    }
  }
}
