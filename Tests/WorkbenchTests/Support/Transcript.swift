import Catalogue
import Foundation
import Language
import TestSupport
import Workbench

/// What a program said and how it ended, in the form in which golden files record it.
struct Transcript {
  private(set) var output = ""
  private(set) var error = ""
  private(set) var status = Workbench.ExitStatus.ok

  /// Programs write into this folder; every run has one of its own, of equally many letters, so
  /// that marks under a line stay in their columns.
  static let folder = "/tmp/golden-files/"

  /// Runs the program in a file, its name told from `root`.
  init(of file: URL, under root: URL) throws {
    try self.init(Source(name: file.path, bytes: Array(Data(contentsOf: file))), root: root.path)
  }

  /// Runs a program. Two threads, whatever the machine has; no data directory but the program's own.
  init(_ source: Source, root: String) throws {
    let own = "/tmp/g" + UUID().uuidString.prefix(Self.folder.count - 7) + "/"
    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: own) }
    let collector = Collector()
    var options = SessionOptions()
    options.settings.threads = 2
    options.settings.dataDirectory = "no/data"
    let runner = ScriptRunner(
      options: options,
      presenter: TextPresenter(out: { collector.output += $0 }, error: { collector.error += $0 }))
    // Byte for byte: some programs are no UTF-8, and stay so.
    let bytes = Self.replacing(Self.folder, own, in: source.bytes)
    status = runner.run([Source(name: source.name, bytes: bytes)])
    output = Self.steady(collector.output, root, own)
    error = Self.steady(collector.error, root, own)
  }

  /// The whole of it as a text.
  var text: String {
    var text = "exit \(status.rawValue)\n"
    if !output.isEmpty { text += "\n---------- standard output\n" + output }
    if !error.isEmpty { text += "\n---------- standard error\n" + error }
    return text
  }

  private final class Collector {
    var output = ""
    var error = ""
  }

  private static func replacing(_ old: String, _ new: String, in bytes: [UInt8]) -> [UInt8] {
    precondition(old.utf8.count == new.utf8.count)
    var bytes = bytes
    let (old, new) = (Array(old.utf8), Array(new.utf8))
    var start = 0
    while start + old.count <= bytes.count {
      if bytes[start] == old[0], bytes[start..<start + old.count].elementsEqual(old) {
        bytes.replaceSubrange(start..<start + old.count, with: new)
      }
      start += 1
    }
    return bytes
  }

  /// The text without what differs from place to place and from day to day: folders, times, and
  /// what the machine is.
  private static func steady(_ text: String, _ root: String, _ own: String) -> String {
    text.replacing(root + "/", with: "").replacing(own, with: folder)
      .replacing(/\b\d+(\.\d+)? s\b/, with: "0.00 s")
      // The last digits of a sum are the processor's own.
      .replacing(/\d+\.\d{7,}/) { NumberText.fixed(Double($0.0) ?? .nan, 4) }
      .replacing(/\b[0-9a-f]{64}\b/, with: String(repeating: "0", count: 64))
      .replacing(/(instruction set +)\w+/) { "\($0.1)any" }
  }
}
