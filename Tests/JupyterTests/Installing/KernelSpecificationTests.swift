import Foundation
import TestSupport
import Testing

@testable import Jupyter

struct KernelSpecificationTests {
  @Test func `the folder holds what Jupyter looks for`() throws {
    try TemporaryFolder.with { folder in
      let specification = KernelSpecification(program: "/a \"place\"/sparsesh")
      let prefix = KernelSpecification.folder(prefix: folder.path)
      for _ in 0..<2 {
        let made = try specification.install(in: prefix)
        #expect(made == folder.path + "/share/jupyter/kernels/sparsesh")
        let names = try FileManager.default.contentsOfDirectory(atPath: made)
        #expect(names.sorted() == ["kernel.json", "logo-svg.svg"])
        let json = try JSONSerialization.jsonObject(
          with: Data(contentsOf: URL(filePath: made + "/kernel.json")))
        let members = try #require(json as? [String: Any])
        #expect(
          members["argv"] as? [String]
            == ["/a \"place\"/sparsesh", "kernel", "run", "-f", "{connection_file}"])
        #expect(members["interrupt_mode"] as? String == "message")
        #expect(members["language"] as? String == "sparsesh")
      }
    }
  }

  @Test func `a folder that cannot be written is told`() {
    #expect(throws: (any Error).self) {
      try KernelSpecification(program: "p").install(in: "/proc/none")
    }
  }

  @Test func `the user's folder is where Jupyter looks`() {
    func folder(_ environment: [String: String]) -> String? {
      KernelSpecification.userFolder(environment: environment)
    }
    #expect(folder(["HOME": "/h"]) == "/h/.local/share/jupyter/kernels")
    #expect(folder(["HOME": "/h", "XDG_DATA_HOME": "/x"]) == "/x/jupyter/kernels")
    #expect(folder(["HOME": "/h", "XDG_DATA_HOME": "x"]) == "/h/.local/share/jupyter/kernels")
    #expect(folder(["JUPYTER_DATA_DIR": "/j", "HOME": "/h"]) == "/j/kernels")
    #expect(folder([:]) == nil)
  }

  @Test func `the logo is a drawing`() throws {
    let parser = XMLWellFormed(KernelLogo.svg)
    #expect(parser.isWellFormed)
    #expect(KernelLogo.svg.matches(of: #/<circle /#).count == 9)
  }
}

/// Whether every element that is opened is closed in order; enough for a text without comments.
private struct XMLWellFormed {
  let isWellFormed: Bool

  init(_ text: String) {
    var open: [Substring] = []
    var good = true
    for match in text.matches(of: ##/<(\/?)([a-z]+)[^>]*?(\/?)>/##) {
      if !match.1.isEmpty {
        good = good && open.popLast() == match.2
      } else if match.3.isEmpty {
        open.append(match.2)
      }
    }
    isWellFormed = good && open.isEmpty && text.hasPrefix("<svg ")
  }
}
