internal import Workbench

/// Names of files that continue a path, as the line editor inserts them inside quotes.
package enum FileCompletion {
  /// The paths that begin with `path`, sorted; folders end with `/`. A sole file closes the quote,
  /// unless `isClosed`. A list shows last names only.
  package static func candidates(for path: String, isClosed: Bool) -> [PromptCandidate] {
    let found = FileNames.continuing(path)
    let ends = found.count == 1 && !isClosed ? "\"" : ""
    return found.map { entry in
      let end = entry.isFolder ? "/" : ""
      let text = entry.folder + entry.name + (end.isEmpty ? ends : end)
      return PromptCandidate(text, label: entry.name + end)
    }
  }
}
