import CKernels
import Sparse
import Testing

/// Every kernel of the table, under every instruction set of this machine, against the portable one.
@Suite struct EveryKernelTests {
  static nonisolated(unsafe) let portable = kernel_table_portable()!
  static nonisolated(unsafe) let vectorSets: [(name: String, kernels: Kernels)] = [
    ("avx2", kernel_table_avx2()), ("avx512", kernel_table_avx512()), ("neon", kernel_table_neon()),
  ].compactMap { name, table in table.map { (name, $0) } }

  @Test func thereIsACheckForEveryKernel() {
    // The table is a name and pointers to kernels.
    let kernels = MemoryLayout<kernel_table>.size / MemoryLayout<Int>.size - 1
    #expect(Set(KernelCheck.all.map(\.name)).count == kernels)
  }

  @Test func tablesSayTheirNames() {
    #expect(String(cString: Self.portable.pointee.name) == "portable")
    for (name, kernels) in Self.vectorSets {
      #expect(String(cString: kernels.pointee.name) == name)
    }
  }

  /// Which of the two walks a layer is computed by must not show.
  @Test func bothWalksGiveTheSameBits() throws {
    func check(_ name: String) throws -> KernelCheck {
      try #require(KernelCheck.all.first { $0.name == name })
    }
    let (gather, scatter) = (try check("sparse_forward"), try check("sparse_scatter"))
    for of in KernelCase.grid {
      for kernels in [Self.portable] + Self.vectorSets.map(\.kernels) {
        #expect(gather.run(kernels, of) == scatter.run(kernels, of), "\(of)")
      }
    }
  }

  /// Against the portable set within what rounding may do; among the vector sets, which add up in
  /// one order and with fused arithmetic, to the last bit.
  @Test(arguments: KernelCheck.all.indices) func agreesUnderEverySet(index: Int) {
    let check = KernelCheck.all[index]
    for of in KernelCase.grid {
      let results = Self.vectorSets.map { (name: $0.name, numbers: check.run($0.kernels, of)) }
      guard let first = results.first else { continue }
      let allowed = check.length(of) == 0 ? 0 : tolerance(check.length(of))
      let expected = check.run(Self.portable, of)
      #expect(
        distance(first.numbers, expected) <= allowed, "\(check.name) of \(first.name) on \(of)")
      for other in results.dropFirst() {
        #expect(
          other.numbers.map { $0.bitPattern } == first.numbers.map { $0.bitPattern },
          "\(check.name) of \(other.name) on \(of)")
      }
    }
  }
}
