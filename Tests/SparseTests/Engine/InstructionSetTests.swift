import Catalogue
import Sparse
import Testing

@Suite struct InstructionSetTests {
  @Test func portableIsAlwaysThereAndTheBestIsLast() {
    #expect(InstructionSet.available.first == .portable)
    #expect(InstructionSet.best == InstructionSet.available.last)
  }

  @Test func namesAreAccepted() throws {
    #expect(try Engine.instructionSet(named: nil) == nil)
    for set in InstructionSet.available {
      #expect(try Engine.instructionSet(named: set.rawValue) == set)
      #expect(Engine(threads: 1, instructionSet: set).instructionSet == set)
    }
  }

  @Test func anUnknownNameIsAnError() {
    let error = #expect(throws: KernelSetError.self) { try Engine.instructionSet(named: "sse9") }
    #expect(error?.code == .kernelSet)
    #expect(error?.message == "SPARSESH_KERNELS is `sse9`, which names no set of kernels")
    #expect(error?.hint?.contains("portable") == true)
  }

  @Test func aSetOfAnotherMachineIsAnError() throws {
    let other = try #require(
      InstructionSet.allCases.first { !InstructionSet.available.contains($0) })
    let error = #expect(throws: KernelSetError.self) {
      try Engine.instructionSet(named: other.rawValue)
    }
    #expect(error?.message.hasSuffix("which this machine cannot run") == true)
  }

  @Test func anEngineHasAtLeastOneThread() {
    #expect(Engine().threads >= 1)
    #expect(Engine(threads: 3).threads == 3)
  }
}
