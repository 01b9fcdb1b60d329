internal import CKernels
internal import Sparse

/// What the machine does at best under an instruction set: the face of `machine_limits.c`.
struct MachineLimits {
  private nonisolated(unsafe) let table: UnsafePointer<machine_limits>

  /// The limits of a set, nil where this machine cannot run it.
  init?(_ set: InstructionSet) {
    let table =
      switch set {
      case .portable: machine_limits_portable()
      case .avx2: machine_limits_avx2()
      case .avx512: machine_limits_avx512()
      case .neon: machine_limits_neon()
      }
    guard let table else { return nil }
    self.table = table
  }

  /// Multiplications and additions that `multiplyAdd` does in so many rounds.
  func flops(rounds: Int) -> Double { Double(rounds) * Double(table.pointee.flops_per_round) }

  /// So many rounds of multiply–add on registers.
  func multiplyAdd(rounds: Int) -> Float { table.pointee.multiply_add(rounds) }

  /// Reads the whole of `memory` in a pattern, `times` times.
  func read(_ memory: ReadMemory, _ pattern: MemoryReading.Pattern, times: Int) -> Float {
    switch pattern {
    case .stream: table.pointee.read(memory.base, memory.count, times)
    case .rows: table.pointee.read_rows(memory.base, memory.rows, memory.rows.count, times)
    }
  }
}
