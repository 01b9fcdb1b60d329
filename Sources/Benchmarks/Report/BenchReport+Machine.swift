internal import Catalogue
internal import Reports

extension BenchReport {
  /// What everything was measured on.
  var machine: [Block] {
    guard let event = named("machine").first else { return [] }
    let caches = event.list("caches").compactMap { cache -> String? in
      guard case .text(let level) = cache["level"], case .integer(let bytes) = cache["bytes"]
      else { return nil }
      return "\(level) \(Self.bytes(bytes))"
    }
    let sets = event.list("instruction_sets").compactMap { set -> String? in
      if case .text(let name) = set { name } else { nil }
    }
    var facts = [
      Fact("processor", event.word("cpu")),
      Fact("processors in use", event.whole("threads")),
      Fact(
        "caches", .text(caches.joined(separator: ", ")),
        note: event.isTrue("caches_known") ? nil : "assumed: the system does not tell"),
      Fact("instruction sets", .text(sets.joined(separator: ", "))),
      Fact("system", event.word("system")),
      Fact(
        "built with",
        .text(
          [event.text("compiler"), event.text("configuration")].compactMap { $0 }.joined(
            separator: ", "))),
      Fact("load before", event.cell("load", decimals: 1)),
    ]
    if event.isTrue("quick") {
      facts.append(Fact("effort", .text("quick"), note: "the figures are not to be believed"))
    }
    return [.facts(facts)]
  }

  /// The machine's limits.
  var peak: [Block] {
    let peaks = named("peak")
    let reads = named("bandwidth")
    guard !peaks.isEmpty else { return [] }
    var levels: [String] = []
    for level in reads.compactMap({ $0.text("level") }) where !levels.contains(level) {
      levels.append(level)
    }
    let columns =
      [Table.Column("set", .text), Table.Column("threads"), Table.Column("GFLOP/s")]
      + levels.flatMap { [Table.Column("\($0) GB/s"), Table.Column("by rows")] }
    let rows = peaks.map { peak -> [Cell] in
      let own = reads.filter {
        $0.text("instruction_set") == peak.text("instruction_set")
          && $0.count("threads") == peak.count("threads")
      }
      let cells = levels.flatMap { level in
        ["stream", "rows"].map { pattern in
          own.first { $0.text("level") == level && $0.text("pattern") == pattern }?
            .cell("gbps", decimals: 0) ?? .missing
        }
      }
      return [
        peak.word("instruction_set"), peak.whole("threads"), peak.cell("gflops", decimals: 1),
      ]
        + cells
    }
    return [
      .heading("Limits of the machine"),
      .table(
        Table(
          columns: columns, rows: rows,
          note: "Multiply-adds on registers; reading from each level in a row, and by rows of 128 "
            + "floats in random order; what another core has just written counts as a level.")),
    ]
  }

  /// Bytes as people say them.
  static func bytes(_ count: Int) -> String {
    let (kilo, mega) = (Double(count) / 1024, Double(count) / 1024 / 1024)
    return mega < 1
      ? "\(NumberText.fixed(kilo, 0)) KB" : "\(NumberText.fixed(mega, mega < 10 ? 1 : 0)) MB"
  }
}
