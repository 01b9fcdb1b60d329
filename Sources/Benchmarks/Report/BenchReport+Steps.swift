internal import Reports

extension BenchReport {
  /// Whole steps, and their parts.
  var steps: [Block] {
    let events = named("step")
    guard !events.isEmpty else { return [] }
    let rows = events.map { event -> [Cell] in
      [
        event.word("case"), event.whole("connections"), event.whole("batch"),
        event.whole("threads"), event.cell("ms", decimals: 3),
        event.cell("minimum_ms", decimals: 3), event.cell("ns_per_connection", decimals: 1),
        event.cell("speedup", decimals: 2), event.cell("evolution_ms", decimals: 2),
        event.share("evolution_share", decimals: 1),
      ]
    }
    let table = Table(
      columns: [
        .init("network", .text), .init("connections"), .init("batch"), .init("threads"),
        .init("ms"), .init("least"), .init("ns each"), .init("speed-up"), .init("evolution"),
        .init("of epoch"),
      ], rows: rows,
      note: "Milliseconds a step, median and least; nanoseconds a connection; speed-up over one "
        + "thread; milliseconds of an evolution by SET, and its share of an epoch's steps.")
    return [.heading("Training steps"), .table(table)] + partTables(events)
  }

  /// For each batch a table of the shares of a step's parts, a column a network.
  private func partTables(_ events: [BenchEvent]) -> [Block] {
    let dissected = events.filter { !$0.list("parts").isEmpty }
    var batches: [Int] = []
    for batch in dissected.compactMap({ $0.count("batch") }) where !batches.contains(batch) {
      batches.append(batch)
    }
    return batches.map { batch in
      .table(partTable(dissected.filter { $0.count("batch") == batch }, batch: batch))
    }
  }

  private func partTable(_ events: [BenchEvent], batch: Int) -> Table {
    let longest = events.map { $0.list("parts") }.max { $0.count < $1.count } ?? []
    var rows = longest.map { part -> [Cell] in
      [.text(Self.name(of: part))]
        + events.map { event in
          let own = event.list("parts").first { Self.name(of: $0) == Self.name(of: part) }
          guard case .number(let share) = own?["share"] else { return .missing }
          return .percent(share, decimals: 1)
        }
    }
    rows.append(
      [.text("elementwise in all")] + events.map { $0.share("elementwise_share", decimals: 1) })
    rows.append([.text("sum in ms")] + events.map { $0.cell("parts_ms", decimals: 3) })
    return Table(
      title: "Parts of a step, 1 thread, batch \(batch)",
      columns: [.init("part", .text)] + events.map { .init($0.text("case") ?? "", .percent) },
      rows: rows)
  }

  private static func name(of part: JSONValue) -> String {
    guard case .text(let name) = part["part"] else { return "" }
    if case .integer(let layer) = part["layer"] { return "\(name) \(layer)" }
    return name
  }

  /// The cost of a connection as networks grow.
  var scaling: [Block] {
    let rows = named("scaling").map { event -> [Cell] in
      [
        event.word("series"), event.whole("connections"), event.whole("layers"),
        event.whole("neurons"), event.whole("batch"), event.whole("threads"),
        event.cell("ms", decimals: 2), event.cell("ns_per_connection", decimals: 2),
        event.word("tile_level"),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading("Scaling"),
      .table(
        Table(
          columns: [
            .init("growing", .text), .init("connections"), .init("layers"), .init("neurons"),
            .init("batch"), .init("threads"), .init("ms"), .init("ns a connection"),
            .init("batch fits", .text),
          ], rows: rows)),
    ]
  }

  /// The largest network.
  var large: [Block] {
    guard let event = named("large").last else { return [] }
    return [
      .heading("The largest network"),
      .facts([
        Fact("shape", event.word("shape")), Fact("neurons", event.whole("neurons")),
        Fact("connections", event.whole("connections")), Fact("batch", event.whole("batch")),
        Fact("threads", event.whole("threads")),
        Fact("built in", event.number("build_seconds").map(Cell.seconds) ?? .missing),
        Fact("ms a step", event.cell("ms", decimals: 1)),
        Fact("an epoch", event.number("epoch_seconds").map(Cell.seconds) ?? .missing),
        Fact("an evolution", event.number("evolution_seconds").map(Cell.seconds) ?? .missing),
        Fact(
          "bytes a connection", event.cell("stored_bytes_per_connection", decimals: 1),
          note: "stored"),
        Fact(
          "", event.cell("training_bytes_per_connection", decimals: 1),
          note: "at most while training"),
        Fact(
          "", event.cell("evolution_bytes_per_connection", decimals: 1),
          note: "at most while evolving"),
      ]),
    ]
  }

  /// Other programs on the same steps.
  var peers: [Block] {
    let events = named("peer")
    guard !events.isEmpty else { return [] }
    let rows = events.map { event -> [Cell] in
      [
        event.word("peer"), event.word("case"), event.whole("threads"),
        event.cell("ms", decimals: 2), event.cell("ours_ms", decimals: 3),
        event.cell("ratio", decimals: 1),
        event.text("skipped").map(Cell.text)
          ?? .text(event.isTrue("same_step") ? "yes" : "not shown"),
      ]
    }
    return [
      .heading("Other programs"),
      .table(
        Table(
          columns: [
            .init("program", .text), .init("network", .text), .init("threads"), .init("ms"),
            .init("ours"), .init("times ours"), .init("same step", .text),
          ], rows: rows)),
    ]
  }
}
