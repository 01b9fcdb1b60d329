internal import CMatio
internal import Catalogue

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the child process that reads a MATLAB file answers, read number by number.
struct MATAnswer {
  /// Why nothing more can be read.
  struct End: Error {}

  private let bytes: [UInt8]
  private var position = 0

  /// Has a child read the MATLAB file in `file`: its list of arrays, or the array of a name.
  /// - Throws: `DataError`: E0620 where reading ended the child, E0605 where the answer is larger
  ///   than memory allows, E0603 where the system gives no child.
  init(_ file: [UInt8], array name: String?, path: String) throws(DataError) {
    let place = ErrorPlace.file(path: path, line: nil, column: nil)
    var child = mat_child()
    // Compressed arrays unpack to a thousand times the file at best, and HDF5 keeps several copies.
    let limit = MemoryLimit.bytes
    let error = file.withUnsafeBytes {
      mat_child_start(
        $0.baseAddress, $0.count, name, UInt64(limit) + 256 << 20, UInt32(30 + $0.count >> 22),
        &child)
    }
    guard error == 0 else { throw Self.refusal(path, error, place) }
    let (answer, isWhole) = Self.readAll(child.answer, limit)
    let signal = mat_child_finish(&child)
    guard isWhole else { throw DataFile.tooLarge(path, limit) }
    guard signal == 0 else {
      throw DataError(
        DatasetErrorCodes.badHeader,
        signal == SIGINT
          ? "reading `\(path)` was interrupted"
          : "`\(path)` cannot be read: its content is damaged",
        hint: "write it again, for example with `save -v7`", at: place)
    }
    bytes = answer
  }

  /// The next number.
  mutating func number() throws(End) -> UInt64 {
    guard position + 8 <= bytes.count else { throw End() }
    defer { position += 8 }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt64.self) }
  }

  /// The next number, as one that can count.
  mutating func count() throws(End) -> Int {
    guard let count = Int(exactly: try number()) else { throw End() }
    return count
  }

  /// The next bytes, as elements of a type that any bits make up.
  mutating func elements<Element: BitwiseCopyable>(
    _ count: Int, _ type: Element.Type
  ) throws(End) -> [Element] {
    let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.size)
    guard !overflow, count >= 0, size <= bytes.count - position else { throw End() }
    defer { position += size }
    return bytes.withUnsafeBytes { raw in
      (0..<count).map {
        raw.loadUnaligned(
          fromByteOffset: position + $0 * MemoryLayout<Element>.size, as: Element.self)
      }
    }
  }

  /// Everything up to the answer's end, and whether that is all, or more than `limit`.
  private static func readAll(_ descriptor: Int32, _ limit: Int) -> ([UInt8], isWhole: Bool) {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if got < 0, errno == EINTR { continue }
      if got <= 0 { return (all, true) }
      guard all.count + got <= limit else { return (all, false) }
      all.append(contentsOf: chunk[..<got])
    }
  }

  private static func refusal(_ path: String, _ error: Int32, _ place: ErrorPlace) -> DataError {
    DataError(
      DatasetErrorCodes.unreadable,
      "`\(path)` cannot be read: \(String(cString: strerror(error)).lowercased())",
      hint: "end other programs, or try again", at: place)
  }
}
