import Benchmarks
import FoundationEssentials
import Reports
import TestSupport
import Testing

struct BenchReportTests {
  private static let lines = """
    {"event":"bench","name":"machine","cpu":"A processor","threads":2,"instruction_sets":["portable","avx2"],"instruction_set":"avx2","caches":[{"level":"L1","bytes":32768},{"level":"L2","bytes":2097152}],"caches_known":true,"system":"Linux","compiler":"Swift 6.3","configuration":"release","quick":false,"load":0.1}
    {"event":"bench","name":"peak","gflops":100.25,"threads":1,"instruction_set":"avx2","samples":9}
    {"event":"bench","name":"bandwidth","level":"L1","pattern":"stream","gbps":200,"threads":1,"instruction_set":"avx2"}
    {"event":"bench","name":"bandwidth","level":"L1","pattern":"rows","gbps":190,"threads":1,"instruction_set":"avx2"}
    {"event":"bench","name":"dense_forward","rows":1000,"columns":1000,"batch":128,"density":1,"threads":1,"instruction_set":"avx2","gflops":90,"ms":2,"share_of_peak":0.9}
    {"event":"bench","name":"forward","rows":1000,"columns":1000,"batch":128,"density":0.05,"threads":1,"instruction_set":"avx2","gflops":41.2,"ms":1,"share_of_peak":0.41,"share_of_roofline":0.82}
    {"event":"bench","name":"backward","rows":1000,"columns":1000,"batch":128,"density":0.05,"threads":1,"instruction_set":"avx2","gflops":79,"ms":1,"share_of_peak":0.79,"share_of_roofline":0.79}
    {"event":"bench","name":"crossover","rows":1000,"columns":1000,"batch":128,"threads":1,"instruction_set":"avx2","density":0.45,"measured_to":0.5}
    {"event":"bench","name":"crossover","rows":300,"columns":300,"batch":128,"threads":1,"instruction_set":"avx2","density":null,"measured_to":0.5}
    {"event":"bench","name":"step","case":"isolet","shape":"617-1000-1000-1000-26","connections":138340,"batch":128,"threads":1,"ms":2.5,"minimum_ms":2.4,"elementwise_share":0.2,"largest_elementwise_share":0.08,"parts_ms":2.4,"parts":[{"part":"gather","ms":0.4,"share":0.2},{"part":"forward","layer":1,"ms":1.6,"share":0.8}]}
    {"event":"bench","name":"step","case":"isolet","shape":"617-1000-1000-1000-26","connections":138340,"batch":128,"threads":2,"ms":1.3,"minimum_ms":1.2,"speedup":1.92,"evolution_ms":2,"evolution_share":0.031}
    {"event":"bench","name":"cosine_evolution","case":"isolet","policy":"corset","samples_seen":6238,"threads":2,"ms":25,"epoch_ms":100,"evolution_share":0.25}
    {"event":"bench","name":"cosine_evolution","case":"isolet","policy":"copaset","samples_seen":6238,"threads":2,"ms":50,"epoch_ms":100,"evolution_share":0.5}
    {"event":"bench","name":"scaling","series":"depth","connections":100000,"threads":1,"ns_per_connection":10,"tile_level":"L2"}
    {"event":"bench","name":"scaling","series":"depth","connections":10000000,"threads":1,"ns_per_connection":14,"tile_level":"L2"}
    {"event":"bench","name":"scaling","series":"depth","connections":10000000,"threads":1,"ns_per_connection":99,"tile_level":"L3"}
    {"event":"bench","name":"peer","peer":"sparselab","case":"isolet","threads":1,"ms":6,"ours_ms":2,"ratio":3,"same_step":true}
    {"event":"bench","name":"peer","peer":"sparselab","case":"isolet","threads":2,"ms":5,"ours_ms":1,"ratio":5,"same_step":true}
    {"event":"bench","name":"peer","peer":"torch-masked-dense","case":"isolet","threads":2,"skipped":"not installed"}
    {"event":"bench","name":"large","shape":"1-2-3","epoch_seconds":50,"stored_bytes_per_connection":20.5,"training_bytes_per_connection":24.5}
    """

  private var events: [BenchEvent] {
    Self.lines.split(separator: "\n").compactMap { EventFile.event(in: $0) }
  }

  @Test func `an event is read back as it was printed`() {
    #expect(events.count == 20)
    for (event, line) in zip(events, Self.lines.split(separator: "\n")) {
      #expect(EventFile.event(in: event.json.line) == event)
      #expect(event.json.line.utf8.count == line.utf8.count)
    }
    for line in ["", "{", "[1]", "{\"event\":\"epoch\",\"name\":\"x\"}", "{\"event\":\"bench\"}"] {
      #expect(EventFile.event(in: line) == nil, "\(line)")
    }
  }

  @Test func `every target is held against what was measured`() {
    let rows = BenchReport(events).targets.map { "\($0.what): \($0.measured) \($0.verdict)" }
    #expect(
      rows == [
        "forward, of the peak: 41% (roofline 50%) yes",
        "fused backward, of the peak: 79% (roofline 100%) no",
        "faster than the SET reference: not measured –",
        "faster than masked-dense PyTorch: not measured –",
        "faster than SparseLab: 5.00 × yes",
        "faster than SparseLab, one thread each: 3.00 × yes",
        "two threads against one: 1.92 × yes", "SET's evolution, of an epoch: 3.1% no",
        "evolution by similarity of connections, of an epoch: 25% no",
        "evolution by similarity of all cells, of an epoch: 50% yes",
        "largest network, faster than the SET reference: 134.4 × yes",
        "largest network, an epoch: 50 s yes",
        "largest network, memory a connection: 24.5 B no",
        "cost of a connection, 10⁵ to 10⁷, by layers: 1.40 × yes",
        "cost of a connection, 10⁵ to 10⁷, by width: not measured –",
        "largest elementwise pass, of a step: 8.0% yes",
        "all elementwise passes, of a step: 20% no",
      ])
  }

  @Test func `without a measurement no target is reached or missed`() {
    #expect(BenchReport([]).targets.allSatisfy { $0.isReached == nil })
  }

  @Test func `tables hold every measurement, aligned`() {
    let text = TerminalRenderer(width: 100).render(BenchReport(events).document)
    for line in [
      "processor          A processor", "caches             L1 32 KB, L2 2.0 MB",
      "avx2        1    100.3      200      190",
      "1000 × 1000       5%     41.2   41%   82%      79.0   79%   79%       –     –     –",
      "1000 × 1000    dense     90.0   90%     –         –     –     –       –     –     –",
      "1000 × 1000    128  avx2        1           45%",
      "300 × 300      128  avx2        1     above 50%",
      "forward 1            80.0%",
      "sparselab           isolet         2  5.00  1.000         5.0  yes",
    ] {
      #expect(text.contains(line), "\(line)\n\(text)")
    }
    #expect(text.contains("not installed"))
    #expect(!text.contains(#/\b(nan|inf)\b/#))
  }

  @Test func `Markdown has the same tables`() {
    let text = MarkdownRenderer().render(BenchReport(events).document)
    #expect(text.hasPrefix("# sparsesh bench\n"))
    #expect(text.contains("| 1000 × 1000 | 5% | 41.2 | 41% | 82% |"))
    #expect(text.contains("## Targets"))
  }

  @Test func `a file of events is read, and what is none is refused`() throws {
    try TemporaryFolder.with { folder in
      let path = folder.appending(path: "run.jsonl").path
      try Data((Self.lines + "\nnoise\n").utf8).write(to: URL(filePath: path))
      #expect(try EventFile.read(path) == events)
      try Data("noise".utf8).write(to: URL(filePath: path))
      #expect(throws: BenchmarkError.self) { try EventFile.read(path) }
      #expect(throws: BenchmarkError.self) { try EventFile.read(path + ".none") }
    }
  }
}
