internal import Glibc

/// Names of files that continue a path, for completion inside quotes.
package enum FileCompletion {
  /// Folders larger than this are not listed whole.
  private static let limit = 10_000

  /// The paths that begin with `path`, sorted; folders end with `/`. Hidden files are offered only
  /// after a dot, names that would need escapes in a text never. A sole file closes the quote,
  /// unless `isClosed`. A folder that cannot be read has none. A list shows last names only.
  package static func candidates(for path: String, isClosed: Bool) -> [PromptCandidate] {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    let start = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let found = names(in: folder.isEmpty ? "." : folder, startingWith: start).sorted()
    let ends = found.count == 1 && !isClosed ? "\"" : ""
    return found.map { name in
      let end = isFolder(folder + name) ? "/" : ""
      let text = folder + name + (end.isEmpty ? ends : end)
      return PromptCandidate(text, label: name + end)
    }
  }

  private static func names(in folder: String, startingWith start: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < limit, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      guard let name, name != ".", name != "..", name.hasPrefix(start), isPlain(name),
        !name.hasPrefix(".") || start.hasPrefix(".")
      else { continue }
      names.append(name)
    }
    return names
  }

  private static func isPlain(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy {
      $0 != "\"" && $0 != "\\" && $0.properties.generalCategory != .control
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }
}
