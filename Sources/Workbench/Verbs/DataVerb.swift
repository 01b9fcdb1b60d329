package import Catalogue
internal import Datasets
package import Language

/// `data NAME|"file"`: loads or generates a data set.
package enum DataVerb: Verb {
  package static let verb = VerbAbout(
    About(
      name: "data", category: .verb,
      summary: "loads or generates a data set, split into training and test samples and scaled",
      details: """
        A name is a registered set: a generator, or original files in the folder `data_dir`. A file \
        counts from the current folder, or, if it is not there, from the script's.
        """,
      parameters: DataRequest.parameters,
      examples: [
        Example("mad = data madelon", "20 informative features among 500"),
        Example("spirals = data spirals samples=600", "two spirals in the plane"),
        Example(
          "iris = data \"iris.csv\" label=last test=30% scale=minmax", "a table with a header"),
        Example(
          "odd = data mnist groups=[[1, 3, 5, 7, 9], [0, 2, 4, 6, 8]]", "odd against even digits"),
      ]),
    subject: .registered(.dataset, orFile: true), result: DatasetObject.kind)

  package static func perform(_ invocation: Invocation, in session: Session) throws -> Value {
    var arguments = invocation.arguments
    if let seed = session.settings.seed, !invocation.given.contains("seed") {
      arguments["seed"] = .number(Double(seed))
    }
    let subject: DataRequest.Subject
    switch invocation.subject {
    case .thing(let call): subject = .named(call.name)
    case .file(let path): subject = .file(path)
    default: preconditionFailure("the checker lets only a data set or a file through")
    }
    var base = "."
    if case .file(let path) = subject { base = invocation.folder(of: path) }
    let request = DataRequest(
      subject: subject, arguments: arguments, dataDirectory: session.settings.dataDirectory,
      relativeTo: base)
    let dataset = try request.load()
    for note in dataset.notes { session.note(note) }
    return .object(DatasetObject(dataset: dataset, request: request))
  }
}
