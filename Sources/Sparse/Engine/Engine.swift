internal import CKernels

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What computes: a thread pool and the kernels of one instruction set. Results have the same bits
/// at any number of threads, and the same under AVX2, AVX-512 and NEON.
public struct Engine: Sendable {
  /// The threads.
  public let pool: ThreadPool
  /// The instruction set whose kernels run.
  public let instructionSet: InstructionSet
  /// The kernels.
  nonisolated(unsafe) let kernels: UnsafePointer<kernel_table>

  /// How many threads work.
  public var threads: Int { pool.threads }

  /// Whether bytes are multiplied several times faster than floats: see `CosineBracket`.
  public var multipliesBytes: Bool { kernel_table_multiplies_bytes(kernels) != 0 }

  /// An engine with as many threads as processors, and the set that SPARSESH_KERNELS names or else
  /// the best one, unless said otherwise. A SPARSESH_KERNELS that cannot be used is passed over
  /// here; `configured` reports it.
  /// - Precondition: `threads` ≥ 1; the machine can run `instructionSet`.
  public init(threads: Int? = nil, instructionSet: InstructionSet? = nil) {
    let chosen = instructionSet ?? .preferred
    guard let table = chosen.table else {
      preconditionFailure("this machine cannot run the kernels of \(chosen)")
    }
    self.instructionSet = chosen
    kernels = table
    pool = ThreadPool(threads: threads ?? processor_count())
  }

  /// The engine that the user asks for; the same as `init(threads:)`, but a SPARSESH_KERNELS that
  /// names no set, or none of this machine, is an error.
  /// - Throws: `KernelSetError`.
  public static func configured(threads: Int? = nil) throws(KernelSetError) -> Engine {
    Engine(threads: threads, instructionSet: try instructionSet(named: environmentSet))
  }

  /// The usable set of that name; nil for no name.
  /// - Throws: `KernelSetError`.
  public static func instructionSet(
    named name: String?
  ) throws(KernelSetError) -> InstructionSet? {
    guard let name else { return nil }
    let available = InstructionSet.available
    guard let set = InstructionSet(rawValue: name), available.contains(set) else {
      throw KernelSetError(asked: name, available: available.map(\.rawValue))
    }
    return set
  }

  /// The value of SPARSESH_KERNELS, unless it is empty.
  static var environmentSet: String? {
    guard let value = getenv("SPARSESH_KERNELS") else { return nil }
    let name = String(cString: value)
    return name.isEmpty ? nil : name
  }

  /// Cuts the indices of `offsets` (a CSR's, ascending from 0) into ranges of about equal work and
  /// runs `body` on each. Work is the connections plus `extra` an index, times `vectors` of the
  /// batch; small work stays on the caller.
  func runBalanced(
    _ offsets: [Int], extra: Int, vectors: Int, _ body: (Range<Int>) -> Void
  ) {
    let partition = Partition(offsets, extra: extra)
    let parts = partition.parts(vectors: vectors, threads: threads)
    pool.run(parts) { part in
      let range = partition.range(part, of: parts)
      if !range.isEmpty { body(range) }
    }
  }

  /// Cuts 0 ..< `count` into even ranges, their bounds multiples of 16 but for the last, and runs
  /// `body` on each; `weight` is the work of one index in multiply–adds of 16 lanes.
  public func runEvenly(_ count: Int, weight: Int, _ body: (Range<Int>) -> Void) {
    let parts = Partition.parts(work: count * max(weight, 1), threads: threads)
    pool.run(parts) { part in
      let lower = Partition.aligned(count * part / parts, of: count)
      let upper = Partition.aligned(count * (part + 1) / parts, of: count)
      if lower < upper { body(lower..<upper) }
    }
  }

  /// Cuts a batch of `vectors` into stretches, one for each thread where there is work enough, and
  /// runs `body` on each; `work` is that of the whole in multiply–adds of 16 lanes.
  func runStretches(_ vectors: Int, work: Int, _ body: (Range<Int>) -> Void) {
    let parts = min(threads, vectors, Partition.parts(work: work, threads: threads))
    pool.run(parts) { part in body(vectors * part / parts..<vectors * (part + 1) / parts) }
  }
}
