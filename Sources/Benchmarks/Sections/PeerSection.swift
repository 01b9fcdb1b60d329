internal import FoundationEssentials
internal import Networks
internal import Reports
internal import Sparse

/// Other programs on the same training steps, each checked to compute the same step, with our own
/// measured before and after them.
enum PeerSection: BenchmarkSection {
  static let name = "peers"
  static let summary = "other programs on the same steps (opt-in, or --peers)"
  static let isOptIn = true
  static let events = ["peer"]

  static func run(_ context: BenchmarkContext) throws {
    let script = try PeerScript(context.peerScript)
    context.note("setting up other programs")
    try script.setUp(isStopped: context.isStopped)
    for shape in context.isQuick ? [.isolet] : TrainingShape.all {
      try PeerRun(shape, batch: 128, isLarge: false, script, context).run()
    }
    if context.measuresLarge {
      try PeerRun(.large, batch: 2, isLarge: true, script, context).run()
    }
  }
}

/// Other programs on one case.
private struct PeerRun {
  private let of: PeerCase
  private let script: PeerScript
  private let context: BenchmarkContext
  private let works: [TrainingWork]

  init(
    _ shape: TrainingShape, batch: Int, isLarge: Bool, _ script: PeerScript,
    _ context: BenchmarkContext
  ) throws {
    context.note("other programs: \(shape.name)")
    let network = try shape.network()
    let data = shape.data(samples: isLarge ? shape.samples : 10 * batch)
    of = PeerCase(shape: shape, batch: batch, network: network, data: data, isLarge: isLarge)
    self.script = script
    self.context = context
    // A copy for each thread count; of a large network only for all threads, to spare memory.
    let counts = isLarge ? context.threadCounts.suffix(1) : context.threadCounts[...]
    works = counts.map {
      TrainingWork(network, data, batch: batch, on: context.engine(context.usualSet, threads: $0))
    }
  }

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "sparsesh-peers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try of.write(into: folder.path, engine: works[0].engine)
    let job: JSONValue = [
      "cases": .array([of.json]),
      "threads": .array(works.map { .integer($0.engine.threads) }),
      "seconds": .number(context.isQuick ? 0.5 : 6),
    ]
    try Data(job.pretty.utf8).write(to: folder.appending(path: "job.json"))
    let before = try ours()
    var lines: [JSONValue] = []
    try script.run(["run", folder.path], isStopped: context.isStopped) { line in
      if let value = EventFile.json(in: line) { lines.append(value) }
    }
    let after = try ours()
    let timings = zip(before, after).map { Timing(samples: $0.samples + $1.samples) }
    for line in lines { emit(line, timings) }
  }

  private func ours() throws -> [Timing] {
    try context.rounds.measure(works.map { work in Contender { work.step() } })
  }

  /// What a program said, with what the case is and how long we took.
  private func emit(_ line: JSONValue, _ timings: [Timing]) {
    guard case .object(let members) = line, let peer = line["peer"] else { return }
    var fields = JSONFields(["peer": peer])
    fields["case"] = .text(of.shape.name)
    fields["shape"] = .text(of.shape.shape)
    fields["epsilon"] = .number(of.shape.epsilon)
    fields["batch"] = .integer(of.batch)
    let told = BenchEvent("peer", line)
    for member in members
    where !["peer", "case", "shape", "epsilon", "batch"].contains(member.name) {
      fields[member.name] = member.value
    }
    let index = works.firstIndex { $0.engine.threads == told.count("threads") }
    if let index {
      fields["ours_ms"] = JSONFields.measure(timings[index].median * 1e3)
      fields["ours_minimum_ms"] = JSONFields.measure(timings[index].minimum * 1e3)
      if let theirs = told.number("ms") {
        fields["ratio"] = JSONFields.measure(theirs / (timings[index].median * 1e3))
      }
    }
    context.emit("peer", fields)
  }
}
