import CKernels
import Sparse

typealias Kernels = UnsafePointer<kernel_table>

/// One kernel tried on a case: all that it writes, and what it should have written.
struct KernelCheck {
  let name: String
  /// How many neurons (or vectors, or elements) its range may cover.
  let extent: (KernelCase) -> Int
  /// Everything that the kernel writes for a part of them, and what lies around that.
  let run: (Kernels, KernelCase, Range<Int>) -> KernelOutput
  /// The same for all of them, in double precision.
  let expected: (KernelCase) -> ExpectedOutput

  init(
    _ name: String, extent: @escaping (KernelCase) -> Int,
    expected: @escaping (KernelCase) -> ExpectedOutput,
    run: @escaping (Kernels, KernelCase, Range<Int>) -> KernelOutput
  ) {
    self.name = name
    self.extent = extent
    self.run = run
    self.expected = expected
  }

  /// What depends on the connections.
  static var products: [KernelCheck] {
    sparseProducts + narrowProducts + denseProducts + [sparseSimilarities]
  }
  /// What does not.
  static var others: [KernelCheck] {
    rows + activations + drops + [randomWords] + losses + samples + similarities + bytes + cells
      + evolution
  }
  /// A check for every kernel of the table.
  static var all: [KernelCheck] { products + others }

  /// The result on all of the range.
  func run(_ kernels: Kernels, _ of: KernelCase) -> KernelOutput {
    run(kernels, of, 0..<extent(of))
  }

  /// The first thing wrong with the kernel under any of `sets` on a case: each result against
  /// double precision, and the vector sets' against each other bit for bit.
  func fault(under sets: [Kernels], _ of: KernelCase) -> String? {
    let expected = expected(of)
    var vectors: KernelOutput?
    for kernels in sets {
      let set = String(cString: kernels.pointee.name)
      let found = run(kernels, of)
      if let vectors, !vectors.agrees(with: found) {
        return "\(name) of \(set) on \(of): not the bits of the other vector sets"
      }
      if let fault = expected.fault(in: found) { return "\(name) of \(set) on \(of): \(fault)" }
      if set != "portable" { vectors = found }
    }
    return nil
  }

  /// What goes wrong if the kernel is run on a part of its range, or on an empty one: the part must
  /// get the bits that it gets in the whole, and nothing else may be touched.
  func fault(on part: Range<Int>, under kernels: Kernels, _ of: KernelCase) -> String? {
    let whole = run(kernels, of)
    let nothing = run(kernels, of, part.lowerBound..<part.lowerBound)
    let found = run(kernels, of, part)
    for unit in 0..<whole.units {
      let expected = part.contains(unit) ? whole : nothing
      guard !found.agrees(with: expected, in: unit) else { continue }
      let set = String(cString: kernels.pointee.name)
      return "\(name) of \(set) on \(of), \(part) of \(extent(of)): unit \(unit)"
    }
    return nil
  }
}
