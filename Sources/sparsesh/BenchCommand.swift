internal import ArgumentParser
internal import Benchmarks
internal import Reports
internal import Terminal
internal import Workbench

/// `sparsesh bench`: what the machine can do, and what the kernels and training make of it.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure kernels and training on this machine, against its own limits.",
    discussion: "Sections, for --only: "
      + BenchmarkSections.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ") + ".")

  @Flag(help: "Print JSON Lines on standard output, one event an object.")
  var json = false

  @Flag(help: "Take seconds instead of minutes; the figures are not to be believed.")
  var quick = false

  @Option(
    help: ArgumentHelp("Measure only these, separated by commas.", valueName: "sections"))
  var only: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most threads; all processors otherwise.", valueName: "number"))
  var threads: String?

  func run() throws {
    let plan = try plan()
    let interruption = Interruption()
    let output = BenchOutput(json: json)
    let (outcome, signal) = InterruptWatch.during(interrupt: { interruption.ask() }) {
      Result {
        try Benchmark.run(
          plan, isStopped: { interruption.isAsked }, tell: output.tell, receive: output.receive,
          finished: output.finished)
      }
    }
    output.end()
    if let signal { throw ExitCode(128 + signal) }
    switch outcome {
    case .success: return
    case .failure(is BenchmarkStopped): throw ExitCode(130)
    case .failure(let error): throw CommandProblem(error)
    }
  }

  /// What the options ask for.
  private func plan() throws -> BenchmarkPlan {
    var plan = BenchmarkPlan(version: Version.text)
    plan.isQuick = quick
    plan.only = only?.split(separator: ",").map { String($0.drop { $0 == " " }) } ?? []
    for name in plan.only where BenchmarkSections.named(name) == nil {
      throw CommandProblem(
        "`\(name)` is no section of the benchmark",
        hint: "there are \(BenchmarkSections.all.map { "`\($0.name)`" }.joined(separator: ", "))")
    }
    if let threads {
      guard let count = Int(threads), (1...1024).contains(count) else {
        throw CommandProblem("`threads` takes a whole number from 1 to 1024, not `\(threads)`")
      }
      plan.threads = count
    }
    return plan
  }
}
