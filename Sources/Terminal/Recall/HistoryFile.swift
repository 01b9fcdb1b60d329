internal import FoundationEssentials
internal import Glibc
internal import Workbench

/// A file of history entries, one JSON object a line, private to its owner.
///
/// Each entry is one append under a lock, so sessions that share the file never mix their lines,
/// and a line that another program damaged costs that line only.
struct HistoryFile {
  /// No more than this is read from the end of a file, however large it has grown.
  private static let mostRead = 8 << 20

  /// Where it is; it need not exist.
  let path: String

  /// The last `count` entries, oldest first; none if there is no file yet. A file that has grown to
  /// more than twice that many lines is cut to these.
  ///
  /// Throws if there is a file that cannot be read.
  func read(last count: Int) throws(HistoryProblem) -> [HistoryEntry] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return [] }
      throw HistoryProblem("cannot be read from", path)
    }
    defer { close(descriptor) }
    guard let size = Self.size(of: descriptor) else {
      // A device such as /dev/null takes entries and gives none.
      return []
    }
    lock(descriptor, LOCK_SH)
    let lines = try tail(descriptor, size: size).split(separator: UInt8(ascii: "\n"))
    let decoder = JSONDecoder()
    let entries = lines.suffix(count).compactMap {
      try? decoder.decode(HistoryEntry.self, from: Data($0))
    }
    if lines.count > 2 * count || size > Self.mostRead { try replace(with: entries) }
    return entries
  }

  /// Appends one entry. Creates the file, and the folders it lies in, where they are missing.
  ///
  /// Throws if it cannot be written.
  func append(_ entry: HistoryEntry) throws(HistoryProblem) {
    // Another session may replace the file between opening and locking it: then open the new one.
    for _ in 0..<3 {
      let descriptor = try openToAppend()
      defer { close(descriptor) }
      lock(descriptor, LOCK_EX)
      var information = stat()
      guard fstat(descriptor, &information) == 0, information.st_nlink > 0 else { continue }
      let isFile = information.st_mode & S_IFMT == S_IFREG
      if isFile, information.st_mode & 0o077 != 0 { fchmod(descriptor, 0o600) }
      let needsNewline = isFile && information.st_size > 0 && !endsWithNewline(information.st_size)
      guard write((needsNewline ? [UInt8(ascii: "\n")] : []) + line(entry), to: descriptor) else {
        throw HistoryProblem("cannot be kept in", path)
      }
      return
    }
  }

  private func openToAppend() throws(HistoryProblem) -> Int32 {
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    var descriptor = open(path, flags, 0o600)
    if descriptor < 0, errno == ENOENT {
      HistoryPlace.makeFolders(onTheWayTo: path)
      descriptor = open(path, flags, 0o600)
    }
    guard descriptor >= 0 else { throw HistoryProblem("cannot be kept in", path) }
    return descriptor
  }

  /// The bytes of the last whole lines.
  private func tail(_ descriptor: Int32, size: Int) throws(HistoryProblem) -> ArraySlice<UInt8> {
    let start = max(0, size - Self.mostRead)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size - start)
    while bytes.count < size - start {
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, start + bytes.count))
      }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    guard start > 0, let newline = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
      return bytes[...]
    }
    return bytes[(newline + 1)...]
  }

  /// Puts a new file with these entries in the place of the old one.
  private func replace(with entries: [HistoryEntry]) throws(HistoryProblem) {
    let scratch = "\(path).\(getpid())"
    let descriptor = open(scratch, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let written = write(entries.flatMap(line), to: descriptor)
    close(descriptor)
    if !written || rename(scratch, path) != 0 { unlink(scratch) }
  }

  /// Waits a little for the lock; without it an append is still one write.
  private func lock(_ descriptor: Int32, _ kind: Int32) {
    for _ in 0..<50 {
      if flock(descriptor, kind | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
      usleep(2000)
    }
  }

  private func line(_ entry: HistoryEntry) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(entry) else { return [] }
    return Array(data) + [UInt8(ascii: "\n")]
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) } == bytes.count
  }

  /// Whether the file ends a line, which one whose writer was killed may not.
  private func endsWithNewline(_ size: Int) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    var last: UInt8 = 0
    return pread(descriptor, &last, 1, size - 1) == 1 && last == UInt8(ascii: "\n")
  }

  /// The size of an ordinary file; nil for anything else.
  private static func size(of descriptor: Int32) -> Int? {
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return information.st_size
  }
}
