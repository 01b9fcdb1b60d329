internal import Training

extension Study {
  /// The study at a glance.
  var facts: [Fact] {
    factors.map { Fact($0.name, .text($0.values.joined(separator: ", "))) } + [
      Fact("runs", .count(runs.count)),
      Fact("time", .seconds(runs.reduce(0) { $0 + $1.seconds }), note: "of all runs"),
    ]
  }
}
