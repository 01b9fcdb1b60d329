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

  @Test(arguments: KernelCheck.all.indices) func agreesWithThePortableOne(index: Int) {
    let check = KernelCheck.all[index]
    for of in KernelCase.grid {
      let expected = check.run(Self.portable, of)
      let allowed = check.length(of) == 0 ? 0 : tolerance(check.length(of))
      for (name, kernels) in Self.vectorSets {
        let found = check.run(kernels, of)
        #expect(
          distance(found, expected) <= allowed, "\(check.name) of \(name) on \(of)")
      }
    }
  }

  /// One order of summing and fused arithmetic throughout: the vector sets agree to the last bit.
  @Test(arguments: KernelCheck.all.indices) func vectorSetsAgreeToTheBit(index: Int) {
    let check = KernelCheck.all[index]
    for of in KernelCase.grid {
      let results = Self.vectorSets.map { check.run($0.kernels, of).map(\.bitPattern) }
      #expect(Set(results).count <= 1, "\(check.name) on \(of)")
    }
  }
}
