/// The targets of the engine's design, each with what a run measured of it.
struct Targets {
  private let report: BenchReport
  private let set: String?

  init(_ report: BenchReport) {
    self.report = report
    set = report.named("machine").first?.text("instruction_set")
  }

  /// All of them, in their order.
  var all: [Target] { kernels + peers + steps + large + scaling + elementwise }

  /// The kernel on 1000 × 1000 at 5 %, batch 128, one thread, under the usual set, with the share of
  /// the peak that the roofline allows.
  private func kernel(_ name: String, _ asked: Double, _ what: String) -> Target {
    let event = report.named(name).first {
      $0.count("rows") == 1000 && $0.count("columns") == 1000 && $0.number("density") == 0.05
        && $0.count("batch") == 128 && $0.count("threads") == 1
        && $0.text("instruction_set") == set
    }
    let share = event?.number("share_of_peak")
    let ofRoofline = event?.number("share_of_roofline").flatMap { $0 > 0 ? $0 : nil }
    let limit = share.flatMap { share in
      ofRoofline.map { "roofline \(Target.Unit.share.text(share / $0))" }
    }
    return Target.atLeast(asked, "1", what, share, .share).with(limit: limit)
  }

  private var kernels: [Target] {
    [
      kernel("forward", 0.4, "forward, of the peak"),
      kernel("backward", 0.8, "fused backward, of the peak"),
    ]
  }

  /// The least milliseconds of a peer on the ISOLET step, at any thread count or at one.
  private func peer(_ name: String, threads: Int? = nil) -> Double? {
    report.named("peer").filter {
      $0.text("peer") == name && $0.text("case") == "isolet"
        && (threads == nil || $0.count("threads") == threads)
    }.compactMap { $0.number("ms") }.min()
  }

  /// Our ISOLET step as it was measured beside the peers.
  private func ours(threads: Int? = nil) -> Double? {
    let own = report.named("peer").filter { $0.text("case") == "isolet" }
    let most = own.compactMap { $0.count("threads") }.max()
    return own.filter { $0.count("threads") == threads ?? most }
      .compactMap { $0.number("ours_ms") }.first
  }

  private func ratio(_ name: String, threads: Int? = nil) -> Double? {
    guard let peer = peer(name, threads: threads), let ours = ours(threads: threads), ours > 0
    else { return nil }
    return peer / ours
  }

  private var peers: [Target] {
    [
      .atLeast(20, "2", "faster than the SET reference", ratio("set-scipy-numba"), .ratio),
      .atLeast(15, "2", "faster than masked-dense PyTorch", ratio("torch-masked-dense"), .ratio),
      .atLeast(3.5, "2", "faster than SparseLab", ratio("sparselab"), .ratio),
      .atLeast(
        2.5, "2", "faster than SparseLab, one thread each", ratio("sparselab", threads: 1),
        .ratio),
    ]
  }

  /// The ISOLET step with a batch of 128, on one thread or on all.
  private func step(one: Bool) -> BenchEvent? {
    report.named("step").first {
      $0.text("case") == "isolet" && $0.count("batch") == 128 && ($0.count("threads") == 1) == one
    }
  }

  /// The largest share of an epoch that evolutions by similarity took, on most threads.
  private func similarity(where belongs: (BenchEvent) -> Bool) -> Double? {
    let events = report.named("cosine_evolution").filter(belongs)
    let most = events.compactMap { $0.count("threads") }.max()
    return events.filter { $0.count("threads") == most }
      .compactMap { $0.number("evolution_share") }.max()
  }

  private var steps: [Target] {
    [
      .atLeast(1.8, "3", "two threads against one", step(one: false)?.number("speedup"), .ratio),
      .atMost(
        0.03, "4", "SET's evolution, of an epoch",
        (step(one: false) ?? step(one: true))?.number("evolution_share"), .share),
      .atMost(
        0.2, "4", "evolution by similarity of connections, of an epoch",
        similarity { $0.text("policy") == "corset" }, .share),
      .atMost(
        1, "4", "evolution by similarity of all cells, of an epoch",
        similarity { $0.text("policy") != "corset" }, .share),
    ]
  }

  private var large: [Target] {
    let event = report.named("large").last
    let epoch = event?.number("epoch_seconds")
    let bytes = ["stored", "training", "evolution"].compactMap {
      event?.number("\($0)_bytes_per_connection")
    }
    return [
      // The SET reference takes 112 minutes for an epoch.
      .atLeast(
        100, "5", "largest network, faster than the SET reference", epoch.map { 112 * 60 / $0 },
        .ratio),
      .atMost(60, "5", "largest network, an epoch", epoch, .seconds),
      .atMost(24, "5", "largest network, memory a connection", bytes.max(), .bytes),
    ]
  }

  /// How much the dearest connection costs of the cheapest, among networks whose batch fits the
  /// second cache; one thread.
  private func spread(_ series: String) -> Double? {
    let costs = report.named("scaling").filter {
      $0.text("series") == series && $0.count("threads") == 1
        && ["L1", "L2"].contains($0.text("tile_level"))
    }.compactMap { $0.number("ns_per_connection") }
    guard costs.count > 1, let least = costs.min(), let most = costs.max(), least > 0 else {
      return nil
    }
    return most / least
  }

  private var scaling: [Target] {
    [
      .atMost(1.5, "6", "cost of a connection, 10⁵ to 10⁷, by layers", spread("depth"), .ratio),
      .atMost(1.5, "6", "cost of a connection, 10⁵ to 10⁷, by width", spread("width"), .ratio),
    ]
  }

  private var elementwise: [Target] {
    [
      .atMost(
        0.1, "7", "largest elementwise pass, of a step",
        step(one: true)?.number("largest_elementwise_share"), .share),
      .atMost(
        0.1, "7", "all elementwise passes, of a step",
        step(one: true)?.number("elementwise_share"), .share),
    ]
  }
}
