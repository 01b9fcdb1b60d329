import FoundationEssentials
import Terminal
import TestSupport
import Testing

struct FileCompletionTests {
  private func offered(_ files: [String], for start: String, isClosed: Bool = false) throws
    -> [PromptCandidate]
  {
    try TemporaryFolder.with { folder in
      for file in files where file.hasSuffix("/") {
        try FileManager.default.createDirectory(
          at: folder.appending(path: file), withIntermediateDirectories: true)
      }
      for file in files where !file.hasSuffix("/") {
        try Data().write(to: folder.appending(path: file))
      }
      let prefix = folder.path + "/"
      return FileCompletion.candidates(for: prefix + start, isClosed: isClosed).map {
        #expect($0.text.hasPrefix(prefix))
        return PromptCandidate(String($0.text.dropFirst(prefix.count)), label: $0.label)
      }
    }
  }

  @Test func `files and folders are sorted; folders end with a slash`() throws {
    let found = try offered(["b.csv", "data/", "a.csv"], for: "")
    #expect(found.map(\.text) == ["a.csv", "b.csv", "data/"])
    #expect(found.map(\.label) == ["a.csv", "b.csv", "data/"])
  }

  @Test func `a sole file closes the quote unless it is closed`() throws {
    #expect(try offered(["alpha.csv", "beta"], for: "al").map(\.text) == ["alpha.csv\""])
    #expect(
      try offered(["alpha.csv"], for: "al", isClosed: true).map(\.text) == ["alpha.csv"])
    #expect(try offered(["alpha/"], for: "al").map(\.text) == ["alpha/"])
  }

  @Test func `labels leave out the folder`() throws {
    let found = try offered(["sub/", "sub/one", "sub/two"], for: "sub/")
    #expect(found.map(\.text) == ["sub/one", "sub/two"])
    #expect(found.map(\.label) == ["one", "two"])
  }

  @Test func `hidden files are offered after a dot`() throws {
    #expect(try offered([".hidden", "shown"], for: "").map(\.text) == ["shown\""])
    #expect(try offered([".hidden", "shown"], for: ".").map(\.text) == [".hidden\""])
  }

  @Test func `names that would need escapes are not offered`() throws {
    #expect(
      try offered(["a\"b", "a\\b", "a\nb", "a b", "aü"], for: "a").map(\.text) == ["a b", "aü"])
  }

  @Test func `a folder that is not there has no files`() {
    #expect(FileCompletion.candidates(for: "/nonexistent/x", isClosed: false) == [])
  }
}
