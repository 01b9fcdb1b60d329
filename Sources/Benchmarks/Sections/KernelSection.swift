internal import Reports
internal import Sparse

/// The kernels of a layer over a grid of sizes and densities, held against the peak and the
/// roofline of the same run, with the dense kernels of the same shape beside them.
enum KernelSection: BenchmarkSection {
  static let name = "kernels"
  static let summary = "forward, backward and update of single layers, sparse and dense"
  static let events = [
    "forward", "backward", "update", "dense_forward", "dense_backward", "crossover",
  ]

  static func run(_ context: BenchmarkContext) throws {
    let groups = KernelGrid(context).groups
    for (index, group) in groups.enumerated() {
      context.note(
        "kernels, \(index + 1) of \(groups.count): \(group.rows) × \(group.columns), batch "
          + "\(group.batch), \(group.set.rawValue), threads \(group.threads)")
      try KernelGroup(group, context).run()
    }
  }
}

/// One group of the grid while it is measured.
private struct KernelGroup {
  private let group: KernelGrid.Group
  private let context: BenchmarkContext
  private let engine: Engine
  private let peak: PeakMeasurement

  /// What is measured in each round besides the peak.
  private struct Entry {
    /// Nil for the dense kernel.
    let density: Double?
    let pass: LayerPass
    let connections: Int
    let contender: Contender

    var name: String { density == nil ? "dense_\(pass.rawValue)" : pass.rawValue }
  }

  init(_ group: KernelGrid.Group, _ context: BenchmarkContext) {
    self.group = group
    self.context = context
    engine = context.engine(group.set, threads: group.threads)
    peak = PeakMeasurement(engine)
  }

  func run() throws {
    let entries = entries()
    let readings = Set(LayerPass.allCases.map(level)).sorted().map(reading)
    let limits = [peak.contender] + readings.map { $0.contender(.stream) }
    let timings = try context.rounds.measure(limits + entries.map(\.contender))
    let bandwidth = zip(readings, timings.dropFirst()).map { reading, timing in
      (reading.level, reading.gigabytes / timing.median)
    }
    let measured = Array(timings.dropFirst(limits.count))
    for (entry, timing) in zip(entries, measured) {
      let level = level(entry.pass)
      let roofline = Roofline(
        peak: peak.flops / timings[0].median / 1e9, level: level,
        bandwidth: bandwidth.first { $0.0 == level }?.1 ?? 0)
      emit(entry, timing, timings[0], roofline)
    }
    emitCrossover(entries, measured)
  }

  private func entries() -> [Entry] {
    let panels = LayerPanels(rows: group.rows, columns: group.columns, batch: group.batch)
    let dense = DenseWork(rows: group.rows, columns: group.columns)
    let ofDense = [LayerPass.forward, .backward].map { pass in
      Entry(
        density: nil, pass: pass, connections: group.rows * group.columns,
        contender: dense.contender(pass, panels, on: engine))
    }
    return ofDense
      + group.densities.flatMap { density in
        let work = SparseWork(rows: group.rows, columns: group.columns, density: density)
        return LayerPass.allCases.map { pass in
          Entry(
            density: density, pass: pass, connections: work.matrix.nonzeros,
            contender: work.contender(pass, panels, on: engine))
        }
      }
  }

  /// Where the rows lie that a pass reads for each connection: forward those of the input, the others
  /// those of the output's gradient, at most 128 samples at a time.
  private func level(_ pass: LayerPass) -> String {
    let neurons = pass == .forward ? group.rows : group.columns
    return context.caches.level(holding: neurons * min(group.batch, 128) * 4)
  }

  private func reading(_ level: String) -> MemoryReading {
    let bytes = context.workingSets.first { $0.level == level }?.bytes ?? 1 << 20
    return MemoryReading(level: level, bytes: bytes, on: engine, caches: context.caches)
  }

  private func emit(_ entry: Entry, _ timing: Timing, _ peakTiming: Timing, _ roofline: Roofline) {
    let flops = Double(entry.pass.flops * entry.connections * group.batch)
    let share = flops / peak.flops * timing.speed(against: peakTiming)
    var fields = shape
    fields["density"] = .number(entry.density ?? 1)
    fields["connections"] = .integer(entry.connections)
    fields.add(engine)
    fields["gflops"] = JSONFields.measure(flops / timing.median / 1e9)
    fields["best_gflops"] = JSONFields.measure(flops / timing.minimum / 1e9)
    fields.add(timing)
    fields["share_of_peak"] = JSONFields.measure(share)
    if entry.density != nil {
      let bound = roofline.bound(intensity: entry.pass.intensity)
      fields["level"] = .text(roofline.level)
      fields["roofline_gflops"] = JSONFields.measure(bound)
      fields["share_of_roofline"] = JSONFields.measure(share * roofline.peak / bound)
    }
    context.emit(entry.name, fields)
  }

  /// The density from which a dense layer's forward and backward take less time than a sparse one's.
  private func emitCrossover(_ entries: [Entry], _ timings: [Timing]) {
    func seconds(_ density: Double?) -> Double {
      zip(entries, timings).reduce(0) { sum, pair in
        pair.0.density == density && pair.0.pass != .update ? sum + pair.1.median : sum
      }
    }
    let points = group.densities.map { (density: $0, seconds: seconds($0)) }
    let crossover = Crossover.density(points, dense: seconds(nil))
    var fields = shape
    fields.add(engine)
    fields["density"] = crossover.map(JSONFields.measure) ?? .null
    fields["measured_to"] = .number(group.densities.last ?? 0)
    context.emit("crossover", fields)
  }

  private var shape: JSONFields {
    JSONFields([
      "rows": .integer(group.rows), "columns": .integer(group.columns),
      "batch": .integer(group.batch),
    ])
  }
}
