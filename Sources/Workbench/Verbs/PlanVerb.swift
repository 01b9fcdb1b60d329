package import Catalogue
package import Language
internal import Datasets
internal import Networks
internal import Reports
internal import Sparse
internal import Training

/// `plan train …`, `plan compare …`: what a statement would do, without doing it.
package enum PlanVerb: Verb {
  package static let verb = VerbAbout(
    About(
      name: "plan", category: .verb,
      summary: "says what a training or comparison would take, and runs nothing",
      details: """
        Lists the runs that the statement would make, with their parameters and the memory that each \
        takes at most at one time, data included. Memory is known beforehand; the time is an estimate \
        from how fast this machine passes a layer of that kind now. More memory than there is, or \
        than `--max-memory` allows, is said here and refused when the statement is run.
        """,
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-64*2-out sparse=density(20%)\n"
            + "plan train net data=spirals epochs=100"),
        Example(
          "spirals = data spirals\nnet = network in-64*2-out sparse=density(20%)\n"
            + "plan compare net data=spirals over policy=[static, set] seed=1..5"),
      ]),
    subject: .sentence(verbs: ["train", "compare"]))

  package static func perform(_ invocation: Invocation, in session: Session) throws -> Value {
    guard case .invocation(let inner) = invocation.subject else {
      preconditionFailure("the checker lets `plan` through only with a sentence")
    }
    let grid = try PlannedGrid(Sweep(inner, in: session), in: session)
    session.output(Description.plain(Document(title: "", blocks: grid.blocks)))
    if let refusal = grid.refusal { session.warning(refusal.message) }
    return .nothing
  }
}

/// The runs that a statement would make, and what they take.
private struct PlannedGrid {
  /// One run.
  fileprivate struct Planned {
    let assignment: [String]
    let memory: MemoryStatement
    let parameters: Int
    let cells: Double
    let neurons: Int
    let steps: Int
    let epochs: Int
    let mayStop: Bool
  }

  /// Runs that are listed one by one.
  private static let listed = 40

  private let sweep: Sweep
  private let runs: [Planned]
  private let seconds: Double?
  /// Why the largest run would be refused, if it would.
  let refusal: NetworkError?

  init(_ sweep: Sweep, in session: Session) throws {
    self.sweep = sweep
    var runs: [Planned] = []
    var trainers: [Trainer] = []
    var refusal: NetworkError?
    for combination in sweep.combinations {
      if session.isInterrupted { break }
      let trial = try sweep.trial(combination)
      let settings = try TrainingSettings(arguments: trial.arguments)
      runs.append(try Planned(trial, settings, sweep.assignment(combination)))
      do {
        trainers.append(
          try Trainer(
            plan: trial.plan, dataset: trial.data.dataset, settings: settings,
            memoryLimit: session.settings.maxMemory))
      } catch let error as NetworkError {
        guard case .memory = error else { throw error }
        refusal = error
      }
    }
    self.runs = runs
    self.refusal = refusal
    let engine = session.engine(threads: trainers.first?.settings.threads)
    seconds = refusal == nil ? try Self.time(of: trainers, runs, on: engine) : nil
  }

  /// One run is tried for its speed; the others are taken to pass a connection as fast.
  private static func time(
    of trainers: [Trainer], _ runs: [Planned], on engine: Engine
  ) throws -> Double {
    guard let index = runs.indices.max(by: { runs[$0].work < runs[$1].work }),
      runs[index].work > 0
    else { return 0 }
    let one = try TimeEstimate.seconds(trainers[index], on: engine)
    return runs.reduce(0) { $0 + one * $1.work / runs[index].work }
  }

  /// What the verb prints.
  var blocks: [Block] {
    guard let largest = runs.max(by: { $0.memory.peak < $1.memory.peak }) else { return [] }
    var blocks: [Block] = [.facts(facts(largest))]
    if runs.count > 1 { blocks.append(.table(table)) }
    return blocks
  }

  private func facts(_ largest: Planned) -> [Fact] {
    let memory = largest.memory
    let skips = ("skip layers, in training only", memory.skips)
    let parts: [(String, UInt64)] =
      [
        ("connections", memory.connections), ("index by output", memory.index),
        ("neurons", memory.neurons), ("a batch's activations", memory.workspace + memory.besides),
      ] + (memory.skips > 0 ? [skips] : [])
      + [("while a layer changes", memory.working), ("data", memory.data)]
    let mayStop = runs.contains(where: \.mayStop)
    let factors = sweep.factors.map { "\($0.name) (\($0.values.count))" }
    return [
      Fact(
        "runs", .count(runs.count), note: factors.isEmpty ? nil : factors.joined(separator: " × ")),
      Fact(
        "steps of a run", .count(largest.steps * largest.epochs),
        note: mayStop ? "at most: `stop=` may end it early" : nil),
      Fact("neurons", .count(largest.neurons)),
      Fact("parameters", .count(largest.parameters)),
      Fact("density", .percent(Double(largest.parameters) / largest.cells)),
      Fact("memory", .text(MemorySize.text(memory.peak)), note: "at most at one time, of which"),
    ] + parts.map { Fact("  " + $0.0, .text(MemorySize.text($0.1))) }
      + [
        Fact(
          "time", seconds.map { .seconds($0) } ?? .missing,
          note: "in all, an estimate" + (mayStop ? ", without an early stop" : ""))
      ]
  }

  private var table: Table {
    let columns =
      [Table.Column("run")] + sweep.factors.map { Table.Column($0.name, .text) }
      + [Table.Column("parameters"), Table.Column("memory", .text, alignment: .trailing)]
    let rows = runs.prefix(Self.listed).enumerated().map { index, run in
      [Cell.count(index + 1)] + run.assignment.map { Cell.text($0) }
        + [.count(run.parameters), .text(MemorySize.text(run.memory.peak))]
    }
    let rest = runs.count - rows.count
    return Table(
      columns: columns, rows: rows,
      note: rest > 0 ? "and \(NumberText.count(rest)) more" : nil)
  }
}

extension PlannedGrid.Planned {
  fileprivate init(
    _ trial: Sweep.Trial, _ settings: TrainingSettings, _ assignment: [String]
  ) throws {
    let data = trial.data.dataset
    let layers = try trial.plan.layers(inputs: data.width, classes: data.classes)
    self.assignment = assignment
    memory = try Trainer.memory(plan: trial.plan, dataset: data, settings: settings)
    parameters = layers.reduce(0) { $0 + $1.parameters }
    cells = layers.reduce(0) { $0 + Double($1.rows) * Double($1.columns) }
    neurons = layers.reduce(data.width) { $0 + $1.columns }
    steps = (data.train.count + settings.batch - 1) / settings.batch
    epochs = settings.epochs
    mayStop = type(of: settings.stop).needsValidation
  }

  /// What the run's time is in proportion to.
  fileprivate var work: Double { Double(parameters) * Double(steps) * Double(epochs) }
}
