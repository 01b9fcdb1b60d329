internal import Reports

extension BenchReport {
  /// One table for each instruction set, thread count and batch.
  var kernels: [Block] {
    let forward = named("forward")
    guard !forward.isEmpty else { return [] }
    var keys: [KernelKey] = []
    for key in forward.map(KernelKey.init) where !keys.contains(key) { keys.append(key) }
    return [.heading("Kernels of single layers")] + keys.map { .table(kernelTable($0)) }
      + crossoverTable
  }

  private func kernelTable(_ key: KernelKey) -> Table {
    let passes = ["forward", "backward", "update"]
    let columns =
      [Table.Column("layer", .text), Table.Column("density")]
      + passes.flatMap { [Table.Column($0), Table.Column("peak"), Table.Column("roof")] }
    var rows: [[Cell]] = []
    let own = events.filter { KernelKey($0) == key }
    var sizes: [String] = []
    for event in own where !sizes.contains(event.layer) { sizes.append(event.layer) }
    for size in sizes {
      let measured = own.filter { $0.layer == size }
      for event in measured where event.name == "forward" {
        rows.append(
          [.text(size), event.share("density")]
            + passes.flatMap { pass in
              cells(
                measured.first {
                  $0.name == pass && $0.number("density") == event.number("density")
                })
            })
      }
      rows.append(
        [.text(size), .text("dense")]
          + passes.flatMap { pass in cells(measured.first { $0.name == "dense_\(pass)" }) })
    }
    return Table(
      title: key.title, columns: columns, rows: rows,
      note: "GFLOP/s, and their share of the peak and of the roofline.")
  }

  private func cells(_ event: BenchEvent?) -> [Cell] {
    guard let event else { return [.missing, .missing, .missing] }
    return [
      event.cell("gflops", decimals: 1), event.share("share_of_peak"),
      event.share("share_of_roofline"),
    ]
  }

  /// From which density on dense wins.
  private var crossoverTable: [Block] {
    let events = named("crossover")
    guard !events.isEmpty else { return [] }
    let rows = events.map { event -> [Cell] in
      let beyond = event.number("measured_to").map {
        "above \(Cell.percent($0, decimals: 0).reading)"
      }
      return [
        .text(event.layer), event.whole("batch"), event.word("instruction_set"),
        event.whole("threads"),
        event.number("density").map { .percent($0, decimals: 0) } ?? .text(beyond ?? "–"),
      ]
    }
    return [
      .table(
        Table(
          title: "Where dense wins",
          columns: [
            .init("layer", .text), .init("batch"), .init("set", .text),
            .init("threads"), .init("from density", .text, alignment: .trailing),
          ], rows: rows, note: "Forward and backward together."))
    ]
  }
}

/// What the rows of one table of kernels have in common.
private struct KernelKey: Equatable {
  let set: String
  let threads, batch: Int

  init(_ event: BenchEvent) {
    set = event.text("instruction_set") ?? ""
    threads = event.count("threads") ?? 0
    batch = event.count("batch") ?? 0
  }

  var title: String {
    "\(set), \(threads == 1 ? "1 thread" : "\(threads) threads"), batch \(batch)"
  }
}
