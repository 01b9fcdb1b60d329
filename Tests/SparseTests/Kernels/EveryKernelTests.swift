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
    let (gather, scatter) = (try check("sparse_forward"), try check("sparse_scatter"))
    for of in KernelCase.grid {
      for kernels in [Self.portable] + Self.vectorSets.map(\.kernels) {
        #expect(gather.run(kernels, of) == scatter.run(kernels, of), "\(of)")
      }
    }
  }

  /// Nor which rows a narrow batch stands in.
  @Test func narrowRowsGiveTheSameBits() throws {
    // Rows of more connections than a block of the backward pass holds, among shorter ones.
    let long = [2, 3, 7].map { KernelCase(rows: 5, columns: 2500, pattern: .half, batch: $0) }
    for of in KernelCase.grid + long {
      guard let width = of.narrowWidth else { continue }
      for kernels in [Self.portable] + Self.vectorSets.map(\.kernels) {
        let output = Panel(features: of.columns, capacity: of.batch)
        let half = [Float](repeating: 0.5, count: of.columns)
        kernels.pointee.sparse_scatter(
          0, of.columns, of.rows, of.matrix.rowOffsets, of.matrix.columnIndices, of.matrix.values,
          half, of.input.row(0), of.input.stride, output.row(0), output.stride, of.vectors)
        let forward = try check("narrow_forward").run(kernels, of)
        #expect(Array(forward.prefix(of.columns * width)) == output.narrowed(to: width), "\(of)")
        let backward = try check("narrow_backward").run(kernels, of).map(\.bitPattern)
        let wide = try check("sparse_backward").run(kernels, of).map(\.bitPattern)
        #expect(Array(backward.prefix(wide.count)) == wide, "\(of)")
      }
    }
  }

  private func check(_ name: String) throws -> KernelCheck {
    try #require(KernelCheck.all.first { $0.name == name })
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
