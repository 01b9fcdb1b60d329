internal import Sparse

/// Which layers the kernels are measured on.
struct KernelGrid {
  /// One size at one batch under one engine: what is compared with each other in the same rounds.
  struct Group {
    let rows, columns, batch: Int
    let densities: [Double]
    let set: InstructionSet
    let threads: Int
  }

  /// The groups, in the order in which they are measured.
  let groups: [Group]

  /// The densities of the full grid.
  static let densities = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5]

  /// All sizes and densities under every set and thread count at a batch of 128, and other batches
  /// under the usual set on one thread. The portable set, many times slower, leaves out what is
  /// large.
  init(_ context: BenchmarkContext) {
    var groups: [Group] = []
    let sizes = context.isQuick ? [300] : [300, 1000, 2000, 4000]
    let densities = context.isQuick ? [0.05, 0.5] : Self.densities
    for set in context.sets {
      for threads in context.threadCounts {
        for size in sizes where set != .portable || size <= 1000 || context.sets.count == 1 {
          let isUsual = set == context.usualSet && threads == 1
          let batches = isUsual && !context.isQuick ? [128, 64, 32] : [128]
          for batch in batches {
            groups.append(
              Group(
                rows: size, columns: size, batch: batch, densities: densities, set: set,
                threads: threads))
          }
        }
      }
    }
    self.groups = groups
  }
}
