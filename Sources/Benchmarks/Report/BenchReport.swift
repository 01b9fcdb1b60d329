package import Reports

/// The events of a benchmark as tables for people. Made of the events alone: a file of them gives
/// the same tables.
package struct BenchReport: Sendable {
  /// The events, in the order in which they were measured.
  package let events: [BenchEvent]

  /// A report of these events.
  package init(_ events: [BenchEvent]) { self.events = events }

  /// All tables of what was measured, and the targets at the end.
  package var document: Document {
    let names = ["machine"] + BenchmarkSections.all.map { $0.name }
    return Document(
      title: "sparsesh bench", blocks: names.flatMap(blocks) + targetBlocks)
  }

  /// The tables of one section; none where it was not measured.
  package func blocks(of section: String) -> [Block] {
    switch section {
    case "machine": machine
    case "peak": peak
    case "kernels": kernels
    case "evolution": evolution
    case "cosine": cosine
    case "step": steps
    case "scaling": scaling
    case "large": large
    case "peers": peers
    default: []
    }
  }

  /// What the engine is asked to reach, held against what was measured.
  package var targets: [Target] { Targets(self).all }

  /// The targets as a table.
  package var targetBlocks: [Block] {
    let rows = targets.map { target in
      [
        Cell.text(target.number), .text(target.what), .text(target.asked), .text(target.measured),
        .text(target.verdict),
      ]
    }
    return [
      .heading("Targets"),
      .table(
        Table(
          columns: [
            .init("", .text), .init("what", .text), .init("asked", .text, alignment: .trailing),
            .init("measured", .text, alignment: .trailing), .init("reached", .text),
          ], rows: rows)),
    ]
  }

  /// The events of that name.
  func named(_ name: String) -> [BenchEvent] { events.filter { $0.name == name } }
}

extension BenchEvent {
  /// A cell of a number with so many decimals; missing where there is none.
  func cell(_ field: String, decimals: Int? = nil) -> Cell {
    number(field).map { .number($0, decimals: decimals) } ?? .missing
  }

  /// A cell of a share.
  func share(_ field: String, decimals: Int = 0) -> Cell {
    number(field).map { .percent($0, decimals: decimals) } ?? .missing
  }

  /// A cell of a count.
  func whole(_ field: String) -> Cell { count(field).map(Cell.count) ?? .missing }

  /// A cell of a text.
  func word(_ field: String) -> Cell { text(field).map(Cell.text) ?? .missing }

  /// `1000 × 1000`.
  var layer: String { "\(count("rows") ?? 0) × \(count("columns") ?? 0)" }
}
