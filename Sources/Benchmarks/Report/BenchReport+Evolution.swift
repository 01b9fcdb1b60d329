internal import Reports

extension BenchReport {
  /// SET's evolution of single matrices.
  var evolution: [Block] {
    let rows = named("evolution").map { event -> [Cell] in
      [
        .text(event.layer), event.share("density"), event.whole("connections"),
        event.whole("threads"), event.cell("ms", decimals: 2),
        event.cell("ns_per_connection", decimals: 1),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading("Evolution"),
      .table(
        Table(
          title: "SET: removal of 30 %, growth, rewiring",
          columns: [
            .init("layer", .text), .init("density"), .init("connections"), .init("threads"),
            .init("ms"), .init("ns a connection"),
          ], rows: rows)),
    ]
  }

  /// Similarities of single layers, and an evolution by them.
  var cosine: [Block] {
    let rows = named("cosine").map { event -> [Cell] in
      [
        event.word("kind"), .text(event.layer), event.whole("batch"),
        event.word("instruction_set"), event.whole("threads"), event.cell("ms", decimals: 2),
        event.cell("gflops", decimals: 1), event.share("share_of_peak"),
      ]
    }
    let whole = named("cosine_evolution").map { event -> [Cell] in
      [
        event.word("case"), event.word("policy"), event.whole("samples_seen"),
        event.whole("threads"),
        event.cell("ms", decimals: 1), event.cell("epoch_ms", decimals: 1),
        event.share("evolution_share"),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading("Cosine similarities"),
      .table(
        Table(
          columns: [
            .init("what", .text), .init("layer", .text), .init("samples"), .init("set", .text),
            .init("threads"), .init("ms"), .init("GFLOP/s"), .init("peak"),
          ], rows: rows,
          note: "products: of all cells; largest, proportional: with the choice of empty cells, as "
            + "many as 30 % of the connections; connections: of these alone.")),
      .table(
        Table(
          title: "An evolution by similarity, over all training samples",
          columns: [
            .init("network", .text), .init("policy", .text), .init("samples"), .init("threads"),
            .init("ms"),
            .init("an epoch"), .init("of an epoch"),
          ], rows: whole)),
    ]
  }
}
