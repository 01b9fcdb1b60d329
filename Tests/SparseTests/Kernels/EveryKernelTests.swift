import CKernels
import Sparse
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Every kernel of the table, under every instruction set of this machine, against double
/// precision; and the vector sets, which add up in one order and with fused arithmetic, against
/// each other to the last bit.
@Suite struct EveryKernelTests {
  static nonisolated(unsafe) let sets: [Kernels] = [
    kernel_table_portable(), kernel_table_avx2(), kernel_table_avx512(), kernel_table_neon(),
  ].compactMap { $0 }

  private func expectNoFault(_ checks: [KernelCheck], _ cases: [KernelCase]) {
    for of in cases {
      for check in checks {
        let fault = check.fault(under: Self.sets, of)
        #expect(fault == nil)
      }
    }
  }

  // MARK: The table

  /// A kernel without a check would go untested: the names are those of the table's declaration.
  @Test func thereIsACheckForEveryKernel() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let header = try String(
      contentsOf: package.appending(path: "Sources/CKernels/include/kernel_table.h"),
      encoding: .utf8)
    let declared = header.matches(of: /\(\*(\w+)\)\(/).map { String($0.output.1) }
    #expect(declared.sorted() == KernelCheck.all.map(\.name).sorted())
    // And the declaration has been read right: a table is a name and pointers to kernels.
    #expect(MemoryLayout<kernel_table>.size == (declared.count + 1) * MemoryLayout<Int>.size)
  }

  @Test func noSetLacksAKernel() {
    for kernels in Self.sets {
      let pointers = UnsafeRawPointer(kernels).assumingMemoryBound(to: Int.self)
      for index in 0..<MemoryLayout<kernel_table>.size / MemoryLayout<Int>.size {
        #expect(pointers[index] != 0, "\(String(cString: kernels.pointee.name)), \(index)")
      }
    }
  }

  @Test func tablesSayTheirNames() {
    let names = Self.sets.map { String(cString: $0.pointee.name) }
    #expect(names == InstructionSet.available.map(\.rawValue))
  }

  // MARK: Results

  /// Every pattern with every batch from 1 to 200.
  @Test(arguments: Pattern.allCases) func productsAtEveryBatch(pattern: Pattern) {
    let matrix = pattern.matrix(rows: 11, columns: 41)
    for batch in 1...200 {
      expectNoFault(KernelCheck.products, [KernelCase(matrix, pattern, batch: batch)])
    }
  }

  @Test(arguments: 0..<4) func otherKernelsAtEveryBatch(quarter: Int) {
    for batch in stride(from: quarter + 1, through: 200, by: 4) {
      expectNoFault(
        KernelCheck.others, [KernelCase(.half, rows: 7, columns: 5, batch: batch)])
    }
  }

  /// Long rows, wide layers, and batches over several tiles.
  @Test(arguments: Pattern.allCases) func otherShapes(pattern: Pattern) {
    expectNoFault(KernelCheck.products, KernelCase.shapes(pattern))
  }

  @Test func otherKernelsOnOtherShapes() {
    expectNoFault(KernelCheck.others, KernelCase.shapes(.half))
  }

  /// Products over samples add up in stretches.
  @Test func productsOverManySamples() {
    for batch in [1023, 1024, 1025, 1040, 2500] {
      let of = KernelCase(.half, rows: 5, columns: 9, batch: batch)
      expectNoFault(KernelCheck.similarities + [KernelCheck.sparseSimilarities], [of])
    }
  }

  /// Zeros of both signs, subnormal, tiny and huge numbers; with subnormals taken for zero, as in
  /// the pool's threads, and without.
  @Test(arguments: [true, false]) func extremeNumbers(flushed: Bool) {
    for (index, batch) in [1, 17, 50, 128, 150].enumerated() {
      let cases = Pattern.allCases.map {
        KernelCase($0, rows: 19, columns: 23 + index, batch: batch, content: .extreme)
      }
      // No other test runs on this thread meanwhile: there is nothing to wait for in between.
      let mode = flushed ? subnormals_flush() : 0
      defer { if flushed { subnormals_restore(mode) } }
      expectNoFault(KernelCheck.products, cases)
      expectNoFault(KernelCheck.others, [cases[3]])
    }
  }

  /// Parts of the range that begin and end at any neuron, and none.
  @Test func partsGetTheBitsOfTheWhole() {
    for batch in [1, 16, 40, 100, 150, 200] {
      for pattern in Pattern.allCases {
        let of = KernelCase(pattern, rows: 35, columns: 37, batch: batch)
        for check in pattern == .half ? KernelCheck.all : KernelCheck.products {
          let extent = check.extent(of)
          for kernels in Self.sets {
            for part in [extent / 3..<extent * 2 / 3 + 1, extent - 1..<extent, 0..<extent / 2] {
              let fault = check.fault(on: part, under: kernels, of)
              #expect(fault == nil)
            }
          }
        }
      }
    }
  }

  /// Which of the walks a layer is computed by must not show.
  @Test func allWalksGiveTheSameBits() throws {
    let (gather, scatter) = (try check("sparse_forward"), try check("sparse_scatter"))
    for pattern in Pattern.allCases {
      for of in KernelCase.shapes(pattern) {
        for kernels in Self.sets {
          let agrees = gather.run(kernels, of).agrees(with: scatter.run(kernels, of))
          #expect(agrees, "\(of)")
        }
      }
    }
  }

  /// Nor which rows a narrow batch stands in.
  @Test(arguments: 1...8) func narrowRowsGiveTheSameBits(batch: Int) throws {
    let (narrow, scatter) = (try check("narrow_forward"), try check("sparse_scatter"))
    let (back, wide) = (try check("narrow_backward"), try check("sparse_backward"))
    for pattern in Pattern.allCases {
      // Rows of more connections than a block of the backward pass holds, among shorter ones.
      for (rows, columns) in [(37, 29), (5, 2500)] {
        let of = KernelCase(pattern, rows: rows, columns: columns, batch: batch)
        let width = try #require(of.narrowWidth)
        for kernels in Self.sets {
          let sums = (narrow.run(kernels, of), scatter.run(kernels, of))
          let steps = (back.run(kernels, of), wide.run(kernels, of))
          let agrees = (
            (0..<columns).allSatisfy { sums.0.begins(with: width, of: sums.1, in: $0) },
            (0..<rows).allSatisfy {
              steps.0.begins(with: steps.1.range($0).count, of: steps.1, in: $0)
            }
          )
          #expect(agrees == (true, true), "\(of)")
        }
      }
    }
  }

  private func check(_ name: String) throws -> KernelCheck {
    try #require(KernelCheck.all.first { $0.name == name })
  }
}
