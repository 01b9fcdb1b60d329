internal import ArgumentParser
internal import Benchmarks
internal import Terminal
internal import Workbench

/// `sparsesh bench`: what the machine can do, and what the kernels and training make of it.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure kernels and training on this machine, against its own limits.",
    discussion: "Sections, for --only:\n"
      + BenchmarkSections.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))

  @OptionGroup var shared: SharedOptions

  @Flag(help: "Take seconds instead of minutes; the figures are not to be believed.")
  var quick = false

  @Option(
    help: ArgumentHelp("Measure only these, separated by commas.", valueName: "sections"))
  var only: String?

  @Flag(help: "Measure other programs on the same steps too; scripts/peers installs them.")
  var peers = false

  @Option(
    help: ArgumentHelp("The script that runs other programs.", valueName: "path"))
  var peersScript: String?

  @Flag(help: "Print all tables as Markdown at the end.")
  var markdown = false

  @Option(
    help: ArgumentHelp(
      "Measure nothing; show what --json printed into a file.", valueName: "file"))
  var from: String?

  func run() throws {
    let options = try shared.session()
    guard !shared.json || !markdown else {
      throw CommandProblem(
        "`--json` and `--markdown` cannot both be had", hint: "use `--from` to make tables of JSON")
    }
    let output = BenchOutput(
      shared.json ? .json : markdown ? .markdown : .tables, options: options)
    do {
      if let from { return output.show(earlier: try EventFile.read(from)) }
      try measure(plan(options), output)
    } catch let error as BenchmarkError {
      throw CommandProblem(error.message, hint: error.hint)
    }
  }

  /// Measures until all is done or somebody interrupts; what is measured by then is shown.
  private func measure(_ plan: BenchmarkPlan, _ output: BenchOutput) throws {
    let interruption = Interruption()
    let (outcome, signal) = InterruptWatch.during(interrupt: { interruption.ask() }) {
      Result {
        try Benchmark.run(
          plan, isStopped: { interruption.isAsked }, tell: output.tell, receive: output.receive,
          finished: output.finished)
      }
    }
    output.end()
    if let signal { throw ExitCode(128 + signal) }
    do {
      try outcome.get()
    } catch is BenchmarkStopped {
      throw ExitCode(ExitStatus.interrupted.rawValue)
    }
  }

  /// What the options ask for.
  private func plan(_ options: SessionOptions) throws -> BenchmarkPlan {
    var plan = BenchmarkPlan(version: Version.text)
    plan.isQuick = quick
    plan.threads = options.settings.threads
    plan.peers = peers
    plan.peerScript = peersScript
    plan.only =
      only?.split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0.filter { $0 != " " }) } ?? []
    for name in plan.only where BenchmarkSections.named(name) == nil {
      throw CommandProblem(
        "`\(name)` is no section of the benchmark",
        hint: "there are \(BenchmarkSections.all.map { "`\($0.name)`" }.joined(separator: ", "))")
    }
    return plan
  }
}
