internal import Glibc

/// Where what the user has typed is kept.
package enum HistoryPlace {
  /// The file of the prompt: `SPARSESH_HISTORY`, where empty means nowhere; otherwise `sparsesh/history` in
  /// `XDG_STATE_HOME` or in `~/.local/state`. Nil if there is no such place.
  package static func file(environment: [String: String]) -> String? {
    if let path = environment["SPARSESH_HISTORY"] { return path.isEmpty ? nil : path }
    // The specification of base directories has relative paths ignored.
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return state + "/sparsesh/history"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.local/state/sparsesh/history"
  }

  /// The folder of the cells of notebooks, beside that file; nil beside a device such as `/dev/null`.
  package static func notebooks(environment: [String: String]) -> String? {
    file(environment: environment).flatMap { $0.hasPrefix("/dev/") ? nil : $0 + "-notebooks" }
  }

  /// Makes the folders on the way to a file, the user's alone, as far as that can be done.
  package static func makeFolders(onTheWayTo file: String) {
    for slash in file.indices where file[slash] == "/" && slash != file.startIndex {
      mkdir(String(file[..<slash]), 0o700)
    }
  }
}
