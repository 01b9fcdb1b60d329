public import Training

extension Table {
  /// What `evaluate` shows: for each class how many samples it has, how many of them are found
  /// (recall), and how many of those that are named so are of it (precision); all classes together
  /// in the last row, where recall is the accuracy.
  /// - Precondition: as many names as classes in the evaluation.
  public static func evaluation(_ evaluation: Evaluation, classNames: [String]) -> Table {
    precondition(classNames.count == evaluation.confusion.count, "a name a class")
    func share(_ part: Int, _ whole: Int) -> Cell {
      whole == 0 ? .missing : .percent(Double(part) / Double(whole))
    }
    var rows = classNames.enumerated().map { index, name -> [Cell] in
      let counts = evaluation.confusion[index]
      let samples = counts.reduce(0, +)
      let named = evaluation.confusion.reduce(0) { $0 + $1[index] }
      return [
        .text(name), .count(samples), .count(counts[index]), share(counts[index], samples),
        share(counts[index], named),
      ]
    }
    rows.append([
      .text("all"), .count(evaluation.samples), .count(evaluation.correct),
      share(evaluation.correct, evaluation.samples), .missing,
    ])
    return Table(
      title: "Accuracy by class",
      columns: [
        .init("class", .text), .init("samples"), .init("right"), .init("recall", .percent),
        .init("precision", .percent),
      ], rows: rows, note: "Mean loss \(Cell.number(evaluation.loss).reading).")
  }
}
