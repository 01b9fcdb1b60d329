internal import Language
package import Reports

/// A report: shown where it is made, unless it went into a file.
package struct DocumentObject: SessionObject {
  package static let kind = "document"
  package static let members: [Member<DocumentObject>] = []

  /// The report.
  package let content: Document
  /// The file it was written to.
  package let path: String?

  package var summary: String { path.map { "wrote \($0)" } ?? content.title }
  package var document: Document? { path == nil ? content : nil }
  package var isForShow: Bool { true }

  package var json: JSONValue {
    if let path { return ["path": .text(path)] }
    return content.json
  }
}

/// A chart: shown where it is made, unless it went into a file.
package struct FigureObject: SessionObject {
  package static let kind = "figure"
  package static let members: [Member<FigureObject>] = []

  /// The chart.
  package let chart: Chart
  /// The file it was written to.
  package let path: String?

  package var summary: String { path.map { "wrote \($0)" } ?? "figure \(chart.title)" }
  package var document: Document? {
    path == nil ? Document(title: "", blocks: [.chart(chart)]) : nil
  }
  package var isForShow: Bool { true }

  package var json: JSONValue {
    if let path { return ["path": .text(path)] }
    return Document(title: chart.title, blocks: [.chart(chart)]).json
  }
}
