import Foundation
import Sparse
import Testing

struct SystemFileTests {
  /// A file of the temporary folder with that text.
  private func file(_ text: String) throws -> SystemFile {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try #require(SystemFile(url.path))
  }

  @Test func `a field is what follows its name, blanks apart`() throws {
    let text = try file("MemTotal:  100 kB\nMemAvailable:\t 24 kB \nmodel name\t: A: B\nlast 7")
    #expect(text.field("MemAvailable:") == "24 kB")
    #expect(text.number("MemAvailable:") == 24)
    #expect(text.field("model name") == ": A: B")
    #expect(text.number("last") == 7)
  }

  @Test func `a name must be whole, and a number must be one`() throws {
    let text = try file("inactive_file_all 3\ninactive_file 5\nlimit max\nempty")
    #expect(text.number("inactive_file") == 5)
    #expect(text.number("limit") == nil)
    #expect(text.field("empty") == nil)
    #expect(text.field("absent") == nil)
    #expect(text.number("inactive") == nil)
  }

  @Test func `the first line is there without blanks`() throws {
    #expect(try file(" 48K \nmore").line == "48K")
    #expect(try file("").line.isEmpty)
    #expect(try file("").text.isEmpty)
  }

  @Test func `a file that is not there is nothing`() {
    #expect(SystemFile("/no/such/file") == nil)
  }
}
