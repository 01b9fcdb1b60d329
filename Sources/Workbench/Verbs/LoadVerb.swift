package import Catalogue
package import Language
internal import Training

/// `load "file"`: reads a network that `save` or another program wrote.
package enum LoadVerb: Verb {
  package static let verb = VerbAbout(
    About(
      name: "load", category: .verb,
      summary: "reads a network that `save` or another program wrote",
      details: """
        The file ends in \(NetworkFormats.endings(loading: true)); `?npz` says what arrays another program must write. \
        A file counts from the current folder, or, if it is not there, from the script's. Nothing \
        in the file is trusted: every size, type and index is checked. The network can be \
        described, evaluated on data and saved in another format.
        """,
      examples: [Example("old = load \"first.safetensors\"\ndescribe old")]),
    subject: .file, result: NetworkObject.kind)

  package static func perform(_ invocation: Invocation, in session: Session) throws -> Value {
    guard case .file(let path) = invocation.subject else {
      preconditionFailure("the checker lets only a file through")
    }
    let folder = invocation.folder(of: path)
    let found = folder == "." ? path : "\(folder)/\(path)"
    let saved = try SavedNetwork.load(from: found)
    return .object(NetworkObject(content: .saved(saved, path: path), name: invocation.name))
  }
}
