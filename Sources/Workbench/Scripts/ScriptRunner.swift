package import Language

/// Checks and runs whole programs, each in a session of its own: what the command does with
/// scripts, and the tests with golden programs.
package struct ScriptRunner {
  /// By which the running program is stopped.
  package let interruption = Interruption()
  private let options: SessionOptions
  private let presenter: any Presenter

  /// A runner that shows events with `presenter`.
  package init(options: SessionOptions, presenter: any Presenter) {
    self.options = options
    self.presenter = presenter
  }

  /// Checks all programs, and runs them in order if every one is sound; stops at the first that
  /// fails.
  package func run(_ scripts: [Source]) -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    var statements = 0
    var status = report(scripts)
    if status == .ok {
      for script in scripts where status == .ok {
        let session = session()
        status = interruption.isAsked ? .interrupted : run(script, in: session)
        statements += session.interpreter.statementsRun
      }
    }
    presenter.finish(
      statements: statements, seconds: Self.seconds(clock.now - start), status: status)
    return status
  }

  /// Checks all programs and tells every error of each.
  package func check(_ scripts: [Source]) -> ExitStatus {
    let status = report(scripts)
    presenter.finish(statements: 0, seconds: 0, status: status)
    return status
  }

  private func session() -> Session {
    Session(options, interruption: interruption) { [presenter] in presenter.present($0) }
  }

  private func report(_ scripts: [Source]) -> ExitStatus {
    var status = ExitStatus.ok
    for script in scripts {
      let checked = session().check(script)
      presenter.present(checked.diagnostics, of: script)
      if !checked.isSound { status = .rejected }
    }
    return status
  }

  private func run(_ script: Source, in session: Session) -> ExitStatus {
    switch session.run(session.check(script)) {
    // A training that was stopped is a result; the script that asked for more is not complete.
    case .completed: session.isInterrupted ? .interrupted : .ok
    case .failed: session.isInterrupted ? .interrupted : .failed
    case .interrupted: .interrupted
    }
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
