package import Catalogue
package import Language
internal import Datasets

/// `present(name)`: whether the original files of a data set are there.
package enum PresentFunction: WorkFunction {
  package static let function = FunctionAbout(
    About(
      name: "present", category: .function,
      summary: "whether the original files of a known data set lie in the data directory",
      details: """
        True where every file of the set is in its folder, compressed or not; they are not opened. A \
        generator alone has no files: `present(spirals)` is false, and so is `present(madelon)` \
        where the set would be generated. `include "more.sparse" when=present(isolet)` runs a \
        program only where it can.
        """,
      parameters: [
        .required("data", .call(.dataset), "the name of the set, or a data set loaded by its name")
      ],
      examples: [Example("present(isolet)")]),
    result: .logic)

  package static func call(_ arguments: Arguments, in session: Session) throws -> Value {
    let name = arguments.call("data").name
    guard let directory = DataDirectory.chosen(session.settings.dataDirectory),
      let set = KnownSets.all.first(where: { $0.name == name })
    else { return .logic(false) }
    return .logic(set.isPresent(in: directory))
  }
}
