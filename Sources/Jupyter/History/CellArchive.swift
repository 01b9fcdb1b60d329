internal import FoundationEssentials
internal import Glibc
internal import Workbench

/// The cells of earlier sessions, and a place for those of this one: a folder that is the user's alone,
/// with a file for each session, whose name is the session's number.
///
/// A session writes to no file but its own, so any number of kernels can run at once. Whatever is wrong with the
/// folder, the kernel works: history is a convenience. Used from one thread.
final class CellArchive {
  /// How many sessions are kept, the newest.
  static let mostSessions = 200
  /// The most bytes of a session's file that are written, and read.
  static let mostBytes = 4 << 20

  private static let suffix = ".jsonl"

  /// The number of this session: the one after the last, as long as it has no file.
  private(set) var session: Int

  private let folder: String
  private var descriptor: Int32 = -1
  private var written = 0
  private var isUsable = true

  /// The archive in a folder, which is made when there is something to keep.
  init(folder: String) {
    self.folder = folder
    session = 1
    session = (sessions().last ?? 0) + 1
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The numbers of the sessions that have a file, ascending; of those at work now, too.
  func sessions() -> [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name in
      guard name.hasSuffix(Self.suffix), let number = Int(name.dropLast(Self.suffix.count)),
        number > 0, number < .max, path(of: number) == folder + "/" + name
      else { return nil }
      return number
    }.sorted()
  }

  /// The cells of a session, as they were run; none if it has no file that can be read. Lines that are
  /// none of ours are passed over.
  func cells(of session: Int) -> [CellEntry] {
    // Neither waiting for a pipe nor following a link out of the folder.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY
    let descriptor = open(path(of: session), flags)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
      return []
    }
    let bytes = Self.content(descriptor, most: Self.mostBytes)
    let decoder = JSONDecoder()
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap {
      try? decoder.decode(CellEntry.self, from: Data($0))
    }
  }

  /// Keeps a cell of this session.
  func append(_ entry: CellEntry) {
    guard isUsable, let data = try? JSONEncoder().encode(entry) else { return }
    let line = Array(data) + [UInt8(ascii: "\n")]
    guard written + line.count <= Self.mostBytes else { return }
    if descriptor < 0 { begin() }
    guard descriptor >= 0 else { return }
    let count = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    isUsable = count == line.count
    written += line.count
  }

  /// Takes the next number that no session has, and lets go of the oldest sessions.
  private func begin() {
    HistoryPlace.makeFolders(onTheWayTo: path(of: session))
    for _ in 0..<1000 {
      let flags = O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
      descriptor = open(path(of: session), flags, 0o600)
      if descriptor >= 0 || errno != EEXIST { break }
      session += 1
    }
    isUsable = descriptor >= 0
    guard isUsable else { return }
    // Held as long as the session lasts, however many begin meanwhile.
    flock(descriptor, LOCK_EX | LOCK_NB)
    for old in sessions().dropLast(Self.mostSessions) { removeUnlessInUse(path(of: old)) }
  }

  private func removeUnlessInUse(_ path: String) {
    let old = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard old >= 0 else { return }
    defer { close(old) }
    if flock(old, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
  }

  private func path(of session: Int) -> String { "\(folder)/\(session)\(Self.suffix)" }

  private static func content(_ descriptor: Int32, most: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < most {
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
      }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }
}
