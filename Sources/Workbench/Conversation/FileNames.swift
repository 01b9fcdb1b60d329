#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Names of files that continue a path, for completion inside quotes.
package enum FileNames {
  /// Folders larger than this are not listed whole.
  private static let limit = 10_000

  /// A file or folder.
  package struct Entry: Sendable, Equatable {
    /// The folder as it was written, with its last slash; empty for the current one.
    package let folder: String
    /// The name in that folder.
    package let name: String
    /// Whether it is a folder itself.
    package let isFolder: Bool
  }

  /// What begins with `path`, sorted by name. Hidden files are found only after a dot, names that would
  /// need escapes in a text never. A folder that cannot be read has none.
  package static func continuing(_ path: String) -> [Entry] {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    let start = slash.map { String(path[path.index(after: $0)...]) } ?? path
    return names(in: folder.isEmpty ? "." : folder, startingWith: start).sorted().map { name in
      Entry(folder: folder, name: name, isFolder: isFolder(folder + name))
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
