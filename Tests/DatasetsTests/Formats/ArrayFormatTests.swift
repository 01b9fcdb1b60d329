import Catalogue
import Datasets
import Testing

/// What is wrong with arrays of NumPy and MATLAB.
@Suite("Arrays that are refused")
struct ArrayFormatTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A .npy file with this header and these bytes.
  private func npy(
    _ type: String, _ shape: String, _ content: [UInt8], order: String = "False"
  ) -> [UInt8] {
    let header = "{'descr': '\(type)', 'fortran_order': \(order), 'shape': \(shape), }\n"
    let length = header.utf8.count
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 255), UInt8(length >> 8)]
      + Array(header.utf8) + content
  }

  private func double(_ values: [Double]) -> [UInt8] {
    values.flatMap { value in withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) } }
  }

  @Test("a file that is none, or whose header lies")
  func headers() throws {
    let good = npy("<f8", "(2, 2)", double([1, 0, 2, 1]))
    #expect(refusal(try folder.write("good.npy", good), ["test": 0.5])?.code == nil)
    let cases: [(String, [UInt8], ErrorCode)] = [
      ("truncated", Array(good.dropLast()), DatasetErrorCodes.badHeader),
      ("too long", good + [0], DatasetErrorCodes.badHeader),
      ("within its header", Array(good.prefix(40)), DatasetErrorCodes.badHeader),
      ("magic alone", Array(good.prefix(6)), DatasetErrorCodes.badHeader),
      ("2³¹ rows", npy("<f8", "(2147483648, 2)", double([1, 0])), DatasetErrorCodes.badHeader),
      (
        "more than can be counted", npy("<f8", "(4294967296, 4294967296, 4)", []),
        DatasetErrorCodes.badHeader
      ),
      (
        "nothing times everything", npy("<f8", "(0, 9223372036854775807, 3)", []),
        DatasetErrorCodes.empty
      ),
      (
        "a negative length", npy("<f8", "(-2, -2)", double([1, 0, 2, 1])),
        DatasetErrorCodes.badHeader
      ),
      ("no samples", npy("<f8", "(0, 3)", []), DatasetErrorCodes.empty),
      ("one axis", npy("<f8", "(4,)", double([1, 0, 2, 1])), DatasetErrorCodes.unusableArray),
      ("objects", npy("|O", "(2, 2)", double([1, 0, 2, 1])), DatasetErrorCodes.unusableArray),
      ("complex", npy("<c16", "(1, 2)", double([1, 0, 2, 1])), DatasetErrorCodes.unusableArray),
      ("NaN", npy("<f8", "(2, 2)", double([1, 0, .nan, 1])), DatasetErrorCodes.notFinite),
      (
        "infinity", npy("<f8", "(2, 2)", double([1, 0, -.infinity, 1])), DatasetErrorCodes.notFinite
      ),
      (
        "beyond floats", npy("<f8", "(2, 2)", double([1, 0, 1e300, 1])), DatasetErrorCodes.notFinite
      ),
      (
        "a label that is NaN", npy("<f8", "(2, 2)", double([1, 0, 2, .nan])),
        DatasetErrorCodes.notFinite
      ),
      (
        "texts", npy("|S8", "(2, 2)", Array("one     0       two     1       ".utf8)),
        DatasetErrorCodes.notANumber
      ),
      ("one class", npy("<f8", "(2, 2)", double([1, 5, 2, 5])), DatasetErrorCodes.classes),
    ]
    for (name, bytes, code) in cases {
      let path = try folder.write("bad.npy", bytes)
      #expect(refusal(path, ["format": .call(Call("npy"))])?.code == code, "\(name)")
    }
    let path = try folder.write("bad", "1,2,a\n3,4,b\n")
    #expect(refusal(path, ["format": .call(Call("npy"))])?.code == DatasetErrorCodes.badMagic)
  }

  @Test("labels that do not fit the samples")
  func labels() throws {
    let samples = try folder.write("x.npy", npy("<f8", "(3, 1)", double([1, 2, 3])))
    for (shape, code) in [
      ("(2,)", DatasetErrorCodes.countsDiffer), ("(2, 1)", DatasetErrorCodes.countsDiffer),
      ("()", DatasetErrorCodes.unusableArray), ("(2, 2)", DatasetErrorCodes.unusableArray),
    ] {
      let count = shape == "()" ? 1 : shape == "(2, 2)" ? 4 : 2
      let labels = try folder.write(
        "y.npy", npy("<f8", shape, double([Double](repeating: 1, count: count))))
      #expect(refusal(samples, ["train_labels": .text(labels)])?.code == code, "\(shape)")
    }
    #expect(refusal(samples)?.code == DatasetErrorCodes.noFeatures)
  }

  @Test("archives: names that are not there, no archive, damaged, of other content")
  func archives() throws {
    func npz(_ keys: [String: Argument]) -> [String: Argument] {
      ["format": .call(Call("npz", Arguments(keys).completed(by: NPZFormat.about.parameters)))]
    }
    let table = ReferenceTable.path("table.npz")
    let error = refusal(table, npz(["x": "X", "y": "z"]))
    #expect(error?.code == DatasetErrorCodes.noArray)
    #expect(refusal(table, npz(["x": "XX"]))?.hint?.contains("`X`") == true)
    #expect(refusal(table, npz(["x": "y"]))?.code == DatasetErrorCodes.noArray)
    let bytes = ReferenceTable.bytes("table.npz")
    for count in [4, 60, bytes.count - 30] {
      let path = try folder.write("cut.npz", Array(bytes.prefix(count)))
      #expect(refusal(path)?.code == DatasetErrorCodes.badHeader, "\(count)")
    }
    var changed = bytes
    changed[200] ^= 255
    #expect(
      refusal(try folder.write("changed.npz", changed))?.code == DatasetErrorCodes.badHeader)
    let text = try folder.write("text.npz", "1,2,a\n")
    #expect(refusal(text, npz([:]))?.code == DatasetErrorCodes.badMagic)
  }

  @Test("MATLAB files cut at any place, or of other content")
  func matlab() throws {
    let format: [String: Argument] = ["format": .call(Call("mat", Arguments(of: MATFormat.about)))]
    for name in ["v5.mat", "v5-packed.mat", "v73.mat", "v73-sparse.mat"] {
      let bytes = ReferenceTable.bytes(name)
      for part in [0.02, 0.3, 0.6, 0.8] {
        let count = Int(Double(bytes.count) * part)
        let path = try folder.write("cut.mat", Array(bytes.prefix(count)))
        let code = try #require(refusal(path, format)?.code)
        #expect(
          code == (count < 128 ? DatasetErrorCodes.badMagic : DatasetErrorCodes.badHeader),
          "\(name) \(part)")
      }
    }
    let text = try folder.write("text.mat", String(repeating: "1,2,a\n", count: 100))
    #expect(refusal(text, format)?.code == DatasetErrorCodes.badMagic)
    func mat(_ keys: [String: Argument]) -> [String: Argument] {
      ["format": .call(Call("mat", Arguments(keys).completed(by: MATFormat.about.parameters)))]
    }
    let columns = ReferenceTable.path("v5-columns.mat")
    #expect(refusal(columns)?.code == DatasetErrorCodes.countsDiffer)
    #expect(refusal(columns, mat(["x": "note"]))?.code == DatasetErrorCodes.noArray)
  }

  @Test("a MATLAB file that announces 2³¹ rows is refused")
  func lyingMatrix() throws {
    var bytes = ReferenceTable.bytes("v5.mat")
    // The length of the first axis: behind the file's header, two tags and the array's flags.
    let place = 128 + 8 + 16 + 8
    #expect(bytes[place] == 12)
    bytes.replaceSubrange(place..<place + 4, with: [255, 255, 255, 127])
    let error = refusal(try folder.write("lies.mat", bytes))
    #expect(error?.code == DatasetErrorCodes.badHeader || error?.code == DatasetErrorCodes.noArray)
  }
}
