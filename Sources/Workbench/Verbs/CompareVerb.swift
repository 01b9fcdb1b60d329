package import Catalogue
package import Language
internal import Training

/// `compare NETWORK over …`: one training for every combination of factors.
package enum CompareVerb: Verb {
  package static let verb = VerbAbout(
    About(
      name: "compare", category: .verb,
      summary: "trains once for every combination of factors, and compares",
      details: """
        Everything after `over` is a factor: any key of `train`, `data`, `network` or of the \
        policies, with a list or range of values. The last factor varies fastest. Runs that \
        differ in the seed alone are repetitions of one another.
        """,
      parameters: TrainVerb.verb.about.parameters,
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-64*2-out sparse=density(20%)\n"
            + "study = compare net data=spirals epochs=10 over policy=[static, set] seed=1..3\n"
            + "report study")
      ]),
    subject: .expressions(.object([NetworkObject.kind])), result: StudyObject.kind,
    factors: .init(verbs: ["train", "data", "network"], categories: [.policy, .dataset]))

  package static func perform(_ invocation: Invocation, in session: Session) throws -> Value {
    let sweep = try Sweep(invocation, in: session)
    // What cannot be trained is found before the first run has cost an hour.
    for combination in sweep.combinations {
      guard let trial = try sweep.trialAtHand(combination) else { continue }
      _ = try session.trainer(trial.plan, on: trial.data.dataset, trial.arguments)
    }
    var entries: [Study.Entry] = []
    var runs: [RunObject] = []
    for combination in sweep.combinations {
      if session.isInterrupted { break }
      let assignment = sweep.assignment(combination)
      let label = zip(sweep.factors, assignment).map { "\($0.name)=\($1)" }
        .joined(separator: " ")
      let trial = try sweep.trial(combination)
      let run = try session.train(
        trial.plan, on: trial.data.dataset, trial.arguments,
        named: (invocation.name.map { $0 + " " } ?? "") + label,
        quietly: trial.arguments.logic("quiet"))
      if let failure = run.failure {
        // Hours of runs before it are worth more than the statement that they belong to.
        if !runs.isEmpty {
          let study = StudyObject(sweep, entries, runs)
          session.keep(.object(study), kind: .object([StudyObject.kind]), for: invocation)
        }
        session.warning("the run with \(label) failed")
        throw failure
      }
      // A run that was stopped half-way compares with nothing.
      guard run.completed else { break }
      entries.append(.init(assignment, run))
      runs.append(
        RunObject(run: run, data: trial.data, name: nil, statement: invocation.span.text))
    }
    guard !runs.isEmpty else { throw WorkbenchError.stopped }
    return .object(StudyObject(sweep, entries, runs))
  }
}

extension StudyObject {
  /// What came of a sweep, as far as it got.
  fileprivate init(_ sweep: Sweep, _ entries: [Study.Entry], _ runs: [RunObject]) {
    self.init(
      study: Study(factors: sweep.factors, entries: entries), runs: runs,
      baseline: sweep.baseline, asked: sweep.combinations.count)
  }
}
