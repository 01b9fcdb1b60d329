internal import FoundationEssentials
package import Language

/// Programs in files.
package enum ProgramFile {
  /// The largest program that is read, in bytes: far above any that a person writes.
  static let largest = 64 << 20

  /// Reads a program. Its bytes need not all be UTF-8: the lexer says what is wrong with them.
  /// - Throws: `WorkbenchError.unreadable` where the file is missing, no file, too large, or holds
  ///   the byte 0, which no text does.
  package static func read(_ path: String) throws -> Source {
    guard let handle = FileManager.default.contents(atPath: path) else {
      throw WorkbenchError.unreadable(path: path, reason(path))
    }
    guard handle.count <= largest else {
      throw WorkbenchError.unreadable(path: path, .tooLarge)
    }
    let bytes = Array(handle)
    guard !bytes.contains(0) else {
      throw WorkbenchError.unreadable(path: path, .binary)
    }
    return Source(name: path, bytes: bytes)
  }

  /// A path as it is meant beside a file: relative ones count from the file's folder.
  static func resolve(_ path: String, besideFile file: String) -> String {
    guard !path.hasPrefix("/") else { return normal(path) }
    guard let slash = file.lastIndex(of: "/") else { return normal(path) }
    return normal(String(file[...slash]) + path)
  }

  /// The path without `.` and with `..` resolved where that is possible, so that one file has one
  /// name and an include cycle is seen.
  private static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  private static func reason(_ path: String) -> UnreadableProgram {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return .missing
    }
    return isFolder ? .folder : .forbidden
  }
}
