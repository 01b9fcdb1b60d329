internal import Language
internal import Reports
internal import Training

/// Shows events as JSON Lines, one object an event, for programs to read. Nothing else is written to
/// its output; notes, which nobody asked for, are part of the results they belong to.
package final class JSONPresenter: Presenter {
  private let write: (String) -> Void

  /// A presenter that hands each line, with its newline, to `write`.
  package init(write: @escaping (String) -> Void) { self.write = write }

  package func present(_ event: SessionEvent) {
    switch event {
    case .output(let text), .page(let text): line(["event": "output", "text": .text(text)])
    case .warning(let text): line(["event": "warning", "text": .text(text)])
    case .note, .settings, .clear: break
    case .training(let run, let event): training(run, event)
    case .result(let result): self.result(result)
    case .problem(let diagnostic): problem(diagnostic.fields)
    }
  }

  package func finish(statements: Int, seconds: Double, status: ExitStatus) {
    line([
      "event": "done", "statements": .integer(statements), "seconds": .number(seconds),
      "exit": .integer(Int(status.rawValue)),
    ])
  }

  private func training(_ run: String, _ event: TrainingEvent) {
    switch event {
    case .started, .degrees, .finished: break
    case .epoch(let record): epoch(run, record)
    case .evolution(let record): evolution(run, record)
    }
  }

  private func evolution(_ run: String, _ record: EvolutionRecord) {
    var fields: [JSONValue.Member] = [
      .init("event", "evolution"), .init("run", .text(run)), .init("epoch", .integer(record.epoch)),
      .init("layer", .integer(record.layer)), .init("removed", .integer(record.removed)),
      .init("added", .integer(record.added)), .init("nonzeros", .integer(record.nonzeros)),
      .init("density", .number(record.density)),
    ]
    if let explored = record.explored { fields.append(.init("explored", .number(explored))) }
    line(.object(fields))
  }

  private func epoch(_ run: String, _ record: EpochRecord) {
    var fields: [JSONValue.Member] = [
      .init("event", "epoch"), .init("run", .text(run)), .init("epoch", .integer(record.epoch)),
      .init("epochs", .integer(record.epochs)), .init("train_loss", .number(record.trainLoss)),
      .init("train_accuracy", .number(record.trainAccuracy)),
      .init("test_accuracy", .number(record.testAccuracy)),
    ]
    if let accuracy = record.validationAccuracy {
      fields.append(.init("validation_loss", JSONValue(record.validationLoss)))
      fields.append(.init("validation_accuracy", .number(accuracy)))
    }
    line(.object(fields + [.init("seconds", .number(record.seconds))]))
  }

  private func result(_ result: StatementResult) {
    line([
      "event": "result", "input": .integer(result.input > 0 ? result.input : result.index),
      "name": JSONValue(result.name), "kind": .text(result.value.kindName),
      "value": result.value.json,
    ])
  }

  private func problem(_ fields: DiagnosticFields) {
    line([
      "event": fields.severity == "error" ? "error" : "warning", "code": .text(fields.code),
      "message": .text(fields.message), "hint": JSONValue(fields.hint),
      "file": .text(fields.file), "line": .integer(fields.line),
      "column": .integer(fields.column), "end_line": .integer(fields.endLine),
      "end_column": .integer(fields.endColumn),
    ])
  }

  private func line(_ value: JSONValue) { write(value.line + "\n") }
}
