#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension Document {
  /// Writes the document to a file, in the form that the extension of its name says. Missing
  /// folders are made. The text goes to a temporary file beside the target, which is then renamed,
  /// so that a reader never sees half a report and a failure leaves an older one as it was.
  /// - Throws: `ReportError` where the extension is unknown, the folder cannot be written, or SVG
  ///   is asked for and there is no chart.
  public func write(to path: String) throws {
    let format = try DocumentFormat(path: path)
    if format == .svg, !blocks.contains(where: \.isDrawing) {
      throw ReportError.nothingToDraw(path: path)
    }
    try FileWriting.replace(path, with: try format.renderer.render(self))
  }
}

/// Writes whole files in one step.
package enum FileWriting {
  /// Replaces the file at `path` by one that holds `text`, making its folders where they lack. The new file has the
  /// permissions, and if possible the owner, of the old one if that is wanted and there is one.
  package static func replace(
    _ path: String, with text: String, keepingPermissions: Bool = false
  ) throws(ReportError) {
    if path.contains("\0") { throw .unwritable(path: path, reason: "its name holds a zero byte") }
    if let slash = path.lastIndex(of: "/") {
      try makeFolders(String(path[..<slash]), for: path)
    }
    let (file, temporary) = try openTemporary(for: path)
    // Permissions first: what only its owner may read must at no moment be open to others.
    var failure = keepingPermissions ? adopt(path, by: file) : 0
    if failure == 0 { failure = writeAll(text, to: file) }
    if close(file) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(temporary, path) != 0 { failure = errno }
    guard failure != 0 else { return }
    unlink(temporary)
    throw .unwritable(path: path, reason: reason(failure))
  }

  /// A new file in the folder of `path`, open for writing. It never follows a link that lies there.
  private static func openTemporary(
    for path: String
  ) throws(ReportError) -> (file: Int32, name: String) {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    var attempt = 0
    while true {
      let name = "\(folder).sparsesh-\(getpid())-\(attempt).part"
      let file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if file >= 0 { return (file, name) }
      guard errno == EEXIST, attempt < 1000 else {
        throw .unwritable(path: path, reason: reason(errno))
      }
      attempt += 1
    }
  }

  /// Gives an open file the permissions of another, and its owner where we may; 0 or the error number.
  private static func adopt(_ path: String, by file: Int32) -> Int32 {
    var status = stat()
    guard stat(path, &status) == 0 else { return errno == ENOENT ? 0 : errno }
    // Before the permissions, some of which a change of owner takes away. Only the superuser may.
    _ = fchown(file, status.st_uid, status.st_gid)
    return fchmod(file, status.st_mode & 0o7777) == 0 ? 0 : errno
  }

  private static func makeFolders(_ folder: String, for path: String) throws(ReportError) {
    var partial = ""
    for name in folder.split(separator: "/", omittingEmptySubsequences: false) {
      partial += name
      defer { partial += "/" }
      guard !name.isEmpty, mkdir(partial, 0o777) != 0, errno != EEXIST else { continue }
      // A folder on a read-only or foreign path may refuse mkdir although it is there.
      let failure = errno
      var status = stat()
      if stat(partial, &status) == 0 { continue }
      throw .unwritable(path: path, reason: reason(failure))
    }
  }

  /// Writes every byte, and returns 0 or the error number.
  private static func writeAll(_ text: String, to file: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let count = write(file, bytes.baseAddress! + done, bytes.count - done)
        if count > 0 { done += count } else if count < 0, errno != EINTR { return errno }
      }
      return 0
    }
  }

  private static func reason(_ number: Int32) -> String {
    String(cString: strerror(number)).lowercased()
  }
}
