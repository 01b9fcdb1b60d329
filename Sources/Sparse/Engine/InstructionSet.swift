internal import CKernels

/// The instruction sets that kernels are compiled for.
public enum InstructionSet: String, Sendable, CaseIterable {
  /// Plain C; on every machine.
  case portable
  /// 256-bit vectors with fused multiply–add (x86-64).
  case avx2
  /// 512-bit vectors (x86-64).
  case avx512
  /// 128-bit vectors (arm64).
  case neon

  /// The fastest set that this machine can run.
  public static var best: InstructionSet { available.last ?? .portable }

  /// The sets that this machine can run, slowest first; never empty.
  public static var available: [InstructionSet] { allCases.filter { $0.table != nil } }

  /// The set that SPARSESH_KERNELS names, if it can be used, or else the best one.
  static var preferred: InstructionSet {
    let asked = Engine.environmentSet.flatMap(InstructionSet.init(rawValue:))
    return asked.flatMap { $0.table == nil ? nil : $0 } ?? .best
  }

  /// The kernels of the preferred set, for what gives the same under every set and needs no engine.
  nonisolated(unsafe) static let anyTable = preferred.table ?? kernel_table_portable()!

  /// The set's kernels, nil where this build or this processor has them not.
  var table: UnsafePointer<kernel_table>? {
    switch self {
    case .portable: kernel_table_portable()
    case .avx2: kernel_table_avx2()
    case .avx512: kernel_table_avx512()
    case .neon: kernel_table_neon()
    }
  }
}
