import Catalogue
import Foundation
import Testing
import Workbench

/// Every error code: unique, in the range of its part of the house, explained, and met by some
/// program that people could write.
@Suite struct ErrorCodesTests {
  @Test func codesAreUnique() {
    let ids = ErrorCodes.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids == ids.sorted())
    #expect(ids.count > 90)
  }

  @Test func codesAreInTheRangesOfTheManual() {
    for code in ErrorCodes.all {
      #expect(code.id.wholeMatch(of: /E0[1234569]\d\d/) != nil, "\(code.id)")
    }
  }

  @Test func everyCodeIsExplained() {
    for code in ErrorCodes.all {
      #expect(!code.title.isEmpty && !code.title.hasSuffix("."), "\(code.id)")
      #expect(code.title.first?.isUppercase == false || code.title.contains("UTF"), "\(code.id)")
      #expect(code.explanation.hasSuffix("."), "\(code.id): \(code.explanation)")
      #expect(Reference.explanation(of: code.id.lowercased())?.contains(code.title) == true)
    }
    #expect(Reference.explanation(of: "E9999") == nil)
  }

  /// Codes that no program in a file meets on this machine, and why.
  static let outOfReach: [String: String] = [
    "E0543": "only an interrupt does; ConversationTests",
    "E0551": "the functions that try a network use the data of its own run",
    "E0561": "the checker knows the parts, and says E0204 first",
    "E0571": "only at the prompt; ConversationTests",
    "E0572": "only at the prompt; ConversationTests",
    "E0573": "only at the prompt; ConversationTests",
    "E0574": "only in a notebook; NotebookConversationTests",
    "E0580": "only the environment variable SPARSESH_KERNELS does; InstructionSetTests",
    "E0625": "the checker knows the names, and says E0204 first; users of the library meet it",
    "E0631": "only `sparsesh data fetch` does; SetFetcherTests, DataCommandTests",
    "E0632": "only `sparsesh data fetch` does; SetFetcherTests",
    "E0633": "only `sparsesh data fetch` does; SetFetcherTests",
    "E0634": "only `sparsesh data fetch` does; SetFetcherTests",
    "E0680": "the reader of saved networks says E0655; users of the library meet it",
    "E0691": "only at the prompt and by `sparsesh fmt`; ConversationTests, FmtCommandTests",
    "E0692": "only `sparsesh kernel run` does; KernelCommandTests",
    "E0693": "only `sparsesh kernel run` does; KernelCommandTests",
    "E0694": "only `sparsesh kernel run` does; KernelCommandTests",
    "E0695": "only `sparsesh kernel run` does; KernelCommandTests",
    "E0901": "a mistake of ours, of which none is known",
  ]

  @Test func everyCodeIsMetByAGoldenProgram() throws {
    var met: Set<String> = []
    for name in GoldenPrograms.bad {
      let record = try String(contentsOf: GoldenPrograms.record(name), encoding: .utf8)
      for match in record.matches(of: /error\[(E\d{4})\]/) { met.insert(String(match.1)) }
    }
    for code in ErrorCodes.all where !met.contains(code.id) {
      #expect(Self.outOfReach[code.id] != nil, "\(code.id), \(code.title), is met by no program")
    }
    for (id, reason) in Self.outOfReach {
      #expect(!met.contains(id), "\(id) is met after all (\(reason))")
    }
  }
}
