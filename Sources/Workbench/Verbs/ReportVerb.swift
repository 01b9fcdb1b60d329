package import Catalogue
package import Language
internal import Datasets
internal import Reports
internal import Sparse

/// `report RESULT`: shows a run, study, data set or network, or writes it into a file.
package enum ReportVerb: Verb {
  package static let verb = VerbAbout(
    About(
      name: "report", category: .verb,
      summary: "shows all about a run, study, data set, network or table, or writes it into a file",
      details: """
        Without `to` it shows in the terminal; with it, the ending of the file's name says the \
        form: `.html` is one self-contained page, `.csv` holds the tables, `.svg` the drawings. \
        Parts that take much room are left out of the terminal unless they are named. \
        A table, such as a function gives, has no parts to choose from.
        """,
      parameters: [
        .optional(
          "show", .list(.call(.part)),
          "the parts to show, in this order; all that fit if not given"),
        .optional(
          "to", .file,
          "the file to write: \(DocumentFormat.extensions.joined(separator: " "))"),
      ],
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-32-out\n"
            + "first = train net data=spirals epochs=5\n"
            + "report first show=[summary, accuracy]")
      ]),
    subject: .expression(
      .object([
        RunObject.kind, StudyObject.kind, DatasetObject.kind, NetworkObject.kind, TableObject.kind,
      ])),
    result: DocumentObject.kind)

  package static func perform(_ invocation: Invocation, in session: Session) throws -> Value {
    let object = try invocation.subjectObject()
    let parts = invocation.arguments.has("show") ? invocation.arguments.list("show") : nil
    if let parts, parts.isEmpty { throw WorkbenchError.empty(key: "show") }
    let names = parts?.compactMap { if case .call(let call) = $0 { call.name } else { nil } }
    if let table = object as? TableObject {
      return try report(table, showing: names, invocation)
    }
    guard let subject = object.subject else { throw WorkbenchError.notAnObject(object.kind) }
    let engine = session.engine()
    let context = ReportContext(
      name: (object as? RunObject)?.name, script: script(of: invocation, in: session),
      version: Version.text, instructionSet: engine.instructionSet.rawValue,
      test: (object as? RunObject)?.data.dataset.test)
    let document = try ReportParts.document(
      on: subject, parts: names,
      brief: !invocation.arguments.has("to"), in: context)
    return try finish(document, invocation)
  }

  /// A report that is one table.
  private static func report(
    _ object: TableObject, showing parts: [String]?, _ invocation: Invocation
  ) throws -> Value {
    if let part = parts?.first {
      throw ReportError.partDoesNotFit(part: part, kind: object.kind, fitting: [])
    }
    let table = object.table
    let untitled = Table(columns: table.columns, rows: table.rows, note: table.note)
    let format = invocation.arguments.optionalText("to").flatMap { try? DocumentFormat(path: $0) }
    // People look at a picture, of which programs want all values as well, or in one piece.
    let blocks: [Block] =
      switch (object.picture, format) {
      case (let picture?, .json): picture + [.table(untitled)]
      case (nil, _), (_, .csv): [.table(untitled)]
      case (let picture?, _): picture
      }
    return try finish(Document(title: table.title, blocks: blocks), invocation)
  }

  /// Writes the document where a file is named.
  private static func finish(_ document: Document, _ invocation: Invocation) throws -> Value {
    let path = invocation.arguments.optionalText("to")
    if let path { try document.write(to: path) }
    return .object(DocumentObject(content: document, path: path))
  }

  /// The program that the report belongs to: the whole script; at the prompt the inputs that bound
  /// the names in force, since the one input `report first` says nothing.
  private static func script(of invocation: Invocation, in session: Session) -> String {
    guard invocation.input > 0 else { return invocation.span.source.text }
    let environment = session.interpreter.environment
    var sources: [Source] = []
    for source in environment.names.compactMap({ environment[$0]?.span.source })
    where !sources.contains(where: { $0 === source }) {
      sources.append(source)
    }
    func number(_ source: Source) -> Int {
      Int(source.name.split(separator: " ").last ?? "") ?? 0
    }
    sources.sort { (number($0), $0.name) < (number($1), $1.name) }
    let texts = sources.isEmpty ? [invocation.span.source.text] : sources.map(\.text)
    return texts.joined(separator: "\n")
  }
}
