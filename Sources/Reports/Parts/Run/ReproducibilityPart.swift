public import Catalogue
internal import Training

/// What is needed to make a run again.
public enum ReproducibilityPart: ReportPart {
  /// The catalogue's record.
  public static let about = About(
    name: "reproducibility", category: .part,
    summary: "what is needed to make the run again, and the digest to compare",
    details: "The same program, data and seed give the same digest on any number of threads. "
      + "Without a script the keys of `network` and `train` stand in full.",
    examples: [.onRun("reproducibility", "how to make a run again")])

  /// Runs.
  public static let kinds: [SubjectKind] = [.run]

  /// The settings, the circumstances, and the script if it is known.
  public static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block] {
    guard case .run(let run) = subject else { throw misfit(subject) }
    var facts = [Fact("seed", .text(String(run.seed))), Fact("digest", .text(run.digest))]
    facts.append(Fact("data", .text(run.dataName), note: run.data.origin))
    if let version = context.version { facts.append(Fact("version", .text(version))) }
    if let threads = context.threads { facts.append(Fact("threads", .count(threads))) }
    if let set = context.instructionSet { facts.append(Fact("instruction set", .text(set))) }
    let statements = """
      network \(run.plan)
      train \(run.settings.statement)
      """
    return [
      .heading("Reproducibility"), .facts(facts),
      .paragraph(context.script == nil ? "All settings:" : "The script:"),
      .code(context.script ?? statements),
    ]
  }
}

extension TrainingSettings {
  /// The keys of `train` as a script writes them, but for its data.
  fileprivate var statement: String {
    Self.parameters.compactMap { parameter in
      if parameter.name == "policy" { return "policy=\(policyCall)" }
      return arguments[parameter.name].map { "\(parameter.name)=\($0)" }
    }.joined(separator: " ")
  }
}
