/// Cuts the neurons of one side of a matrix into ranges of about equal work.
struct Partition {
  private let offsets: [Int]
  private let extra: Int
  private var count: Int { offsets.count - 1 }
  private var total: Int { offsets[count] + count * extra }

  /// Below this many multiply–adds of 16 lanes, handing work to a thread costs more than it saves.
  private static let grain = 4096

  /// Work is a neuron's connections plus `extra`.
  init(_ offsets: [Int], extra: Int) {
    self.offsets = offsets
    self.extra = extra
  }

  /// How many parts to cut into: ten for each thread, so that one that starts late, or is held up,
  /// keeps the others waiting for little.
  func parts(vectors: Int, threads: Int) -> Int {
    Self.parts(work: total * max(vectors, 1), threads: threads)
  }

  static func parts(work: Int, threads: Int) -> Int {
    threads == 1 ? 1 : min(threads * 10, work / grain + 1)
  }

  /// The neurons of a part. The parts follow each other and cover all neurons.
  func range(_ part: Int, of parts: Int) -> Range<Int> {
    bound(part, of: parts)..<bound(part + 1, of: parts)
  }

  private func bound(_ part: Int, of parts: Int) -> Int {
    if part == parts { return count }
    let goal = total / parts * part + total % parts * part / parts
    // The first neuron before which at least `goal` of the work lies.
    let first = (0..<count).firstPlace { offsets[$0] + $0 * extra >= goal }
    return Self.aligned(first, of: count)
  }

  /// Bounds fall on multiples of 16 neurons, where the dropout mask's random blocks begin anew.
  static func aligned(_ bound: Int, of count: Int) -> Int {
    bound >= count ? count : bound / 16 * 16
  }
}
