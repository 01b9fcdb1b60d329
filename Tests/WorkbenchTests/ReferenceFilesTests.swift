import Foundation
import TestSupport
import Testing
import Workbench

/// `docs/reference` says what the program says. `sparsesh doc --write docs/reference` refreshes it.
struct ReferenceFilesTests {
  private static let folder: URL = {
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appending(path: "docs/reference")
  }()

  @Test func thePagesAreThoseOfTheProgram() throws {
    let pages = Reference.files()
    for page in pages {
      let file = GoldenFile(url: Self.folder.appending(path: page.name))
      #expect(
        file.difference(from: page.content) == nil,
        "docs/reference is out of date: run sparsesh doc --write docs/reference")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(files.sorted() == pages.map(\.name).sorted())
  }
}
