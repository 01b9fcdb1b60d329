#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Paths as texts, with `/` between their parts.
enum PathText {
  /// `path` seen from `folder`; absolute paths stay, and `~/` is the user's home.
  static func resolve(_ path: String, from folder: String) -> String {
    if path.hasPrefix("~/"), let home = getenv("HOME") {
      return join(String(cString: home), String(path.dropFirst(2)))
    }
    if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
    return join(folder, path)
  }

  /// `name` in `folder`.
  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// The folder a path lies in, `.` where it names none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  static func last(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The last part of a path without `.gz` or `.Z`.
  static func plainName(of path: String) -> String {
    let name = last(of: path)
    for ending in [".gz", ".Z"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  /// A path without `.gz` and with another ending: `x.data.gz`, `data` → `labels`: `x.labels`.
  /// Nil where the path does not have that ending.
  static func replacingEnding(_ path: String, _ ending: String, by other: String) -> String? {
    let plain = path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
    guard plain.hasSuffix(ending) else { return nil }
    return String(plain.dropLast(ending.count)) + other
  }

  /// `path` if a file is there, else `path.gz` or `path.Z` if one is there.
  static func existing(_ path: String) -> String? {
    [path, path + ".gz", path + ".Z"].first { DataFile.exists($0) }
  }

  /// The value of an environment variable, nil where it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
