internal import CMatio
internal import Catalogue

/// The arrays of a MATLAB file: v5 (compressed or not) or v7.3.
///
/// The file is read by a process of its own (`mat_child.h`): damage in it can end that process, and
/// is then an error here.
struct MATArrays: NamedArrays {
  let path: String
  let names: [String]
  private let bytes: [UInt8]

  /// Lists the arrays of a file.
  /// - Throws: `DataError`: E0602, E0604, E0619 for what is no MATLAB file, E0620 for what is no
  ///   whole one.
  init(_ file: DataFile, for place: ErrorPlace) throws(DataError) {
    bytes = try file.bytes(for: place)
    path = file.path
    guard let layout = MATLayout(bytes) else {
      throw DataError(
        DatasetErrorCodes.badMagic, "`\(path)` does not start like a MATLAB file of v5 or v7.3",
        hint: "write it again, for example with `save -v7`",
        at: .file(path: path, line: nil, column: nil))
    }
    guard layout.isWhole(bytes) else { throw Self.damaged(path) }
    var answer = try MATAnswer(bytes, array: nil, path: path)
    do throws(MATAnswer.End) {
      var names: Set<String> = []
      reading: while true {
        let sort = try answer.number()
        switch sort {
        case UInt64(MAT_CHILD_ARRAY), UInt64(MAT_CHILD_UNUSABLE):
          let length = try answer.count()
          let name = String(decoding: try answer.elements(length, UInt8.self), as: UTF8.self)
          if sort == UInt64(MAT_CHILD_ARRAY) { names.insert(name) }
        case UInt64(MAT_CHILD_END): break reading
        default: throw MATAnswer.End()
        }
      }
      self.names = names.sorted()
    } catch { throw Self.damaged(path) }
  }

  func array(_ name: String) throws(DataError) -> SampleArray {
    var answer = try MATAnswer(bytes, array: name, path: path)
    let read: (shape: [Int], elements: SampleArray.Elements)?
    do throws(MATAnswer.End) {
      read = try Self.content(&answer, path: path)
    } catch { throw Self.damaged(path) }
    guard let read else {
      throw DataError(
        DatasetErrorCodes.unusableArray,
        "array `\(TextExcerpt.of(name))` of `\(path)` is no array of real numbers",
        hint: "samples are rows of numbers, labels one number a sample",
        at: .file(path: path, line: nil, column: nil))
    }
    return try SampleArray(name, path: path, shape: read.shape, elements: read.elements)
  }

  /// The array of an answer, row-major; nil where it is of a sort that is not read.
  private static func content(
    _ answer: inout MATAnswer, path: String
  ) throws(MATAnswer.End) -> (shape: [Int], elements: SampleArray.Elements)? {
    switch try answer.number() {
    case UInt64(MAT_CHILD_ARRAY): break
    case UInt64(MAT_CHILD_UNUSABLE): return nil
    default: throw MATAnswer.End()
    }
    let kind = try answer.number()
    var shape: [Int] = []
    for _ in 0..<min(16, try answer.count()) { shape.append(try answer.count()) }
    guard let count = SampleArray.count(shape) else { throw MATAnswer.End() }
    let elements: SampleArray.Elements
    switch kind {
    case UInt64(MAT_CHILD_BYTES): elements = .bytes(try answer.elements(count, UInt8.self))
    case UInt64(MAT_CHILD_FLOATS): elements = .floats(try answer.elements(count, Float.self))
    case UInt64(MAT_CHILD_DOUBLES): elements = .doubles(try answer.elements(count, Double.self))
    case UInt64(MAT_CHILD_INTEGERS): elements = .integers(try answer.elements(count, Int64.self))
    case UInt64(MAT_CHILD_SPARSE): return (shape, .floats(try sparse(&answer, shape)))
    default: throw MATAnswer.End()
    }
    return (shape, elements.rowMajor(fromColumnMajor: shape))
  }

  /// The cells of a sparse matrix, zeros included.
  private static func sparse(
    _ answer: inout MATAnswer, _ shape: [Int]
  ) throws(MATAnswer.End) -> [Float] {
    guard shape.count == 2, MemoryLimit.holds(samples: shape[0], width: shape[1]) else {
      throw MATAnswer.End()
    }
    let count = try answer.count()
    let rows = try answer.elements(count, UInt64.self)
    let columns = try answer.elements(count, UInt64.self)
    let values = try answer.elements(count, Double.self)
    var cells = [Float](repeating: 0, count: shape[0] * shape[1])
    for entry in 0..<count {
      guard rows[entry] < UInt64(shape[0]), columns[entry] < UInt64(shape[1]) else {
        throw MATAnswer.End()
      }
      cells[Int(rows[entry]) * shape[1] + Int(columns[entry])] = Float(values[entry])
    }
    return cells
  }

  private static func damaged(_ path: String) -> DataError {
    DataError(
      DatasetErrorCodes.badHeader, "`\(path)` is no whole MATLAB file",
      hint: "write it again, for example with `save -v7`",
      at: .file(path: path, line: nil, column: nil))
  }
}
