internal import Reports

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension ProgramFile {
  /// Replaces a program by `text`, whole or not at all, with the permissions that it had. Where `path` is a symbolic
  /// link, it is the file behind it that is replaced.
  /// - Throws: `WorkbenchError.unwritable` where it is gone, no ordinary file, read-only, or in a folder that nothing
  ///   can be written into.
  package static func replace(_ path: String, with text: String) throws {
    var status = stat()
    guard let resolved = realpath(path, nil) else { throw unwritable(path, errno) }
    defer { free(resolved) }
    guard stat(resolved, &status) == 0 else { throw unwritable(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw WorkbenchError.unwritable(path: path, reason: "it is no ordinary file")
    }
    // The superuser may write into every file; what is marked read-only is meant to stay.
    guard status.st_mode & 0o222 != 0, access(resolved, W_OK) == 0 else {
      throw WorkbenchError.unwritable(path: path, reason: "it is read-only")
    }
    do {
      try FileWriting.replace(String(cString: resolved), with: text, keepingPermissions: true)
    } catch {
      guard case .unwritable(_, let reason) = error else { throw error }
      throw WorkbenchError.unwritable(path: path, reason: reason)
    }
  }

  private static func unwritable(_ path: String, _ number: Int32) -> WorkbenchError {
    .unwritable(path: path, reason: String(cString: strerror(number)).lowercased())
  }
}
