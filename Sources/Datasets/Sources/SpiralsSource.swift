public import Catalogue
internal import Sparse

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `data spirals`: arms that wind around each other in the plane.
public struct SpiralsSource: DatasetSource {
  /// The set, its keys and where it was published.
  public static let about = About(
    name: "spirals", category: .dataset,
    summary: "generates points on arms that wind around each other in the plane",
    details: """
      One arm is one class, and classes have equally many samples (give or take one). No straight \
      line parts them, yet two features can be plotted: a set for seeing what a network learns.
      """,
    formula: "radius t, angle 2*pi*(turns*t + k/classes), t uniform on 0…1, then noise on x and y",
    parameters: [
      Parameter("samples", .integer(.between(2, 1e7)), default: 1000, "samples to train on"),
      Parameter("test_samples", .integer(.between(2, 1e7)), default: 500, "samples to test on"),
      Parameter("classes", .integer(.between(2, 100)), default: 2, "arms"),
      Parameter("turns", .number(.between(0, 100)), default: 1.5, "turns of an arm"),
      Parameter(
        "noise", .number(.between(0, 100)), default: 0.02,
        "standard deviation of the noise, where an arm is 1 long"),
    ],
    examples: [Example("data spirals turns=2 noise=0.05", "harder than the default")])

  private let samples: Int
  private let testSamples: Int
  private let classes: Int
  private let turns: Double
  private let noise: Double

  /// The set that these keys describe.
  public init(_ arguments: Arguments) {
    samples = arguments.integer("samples")
    testSamples = arguments.integer("test_samples")
    classes = arguments.integer("classes")
    turns = arguments.number("turns")
    noise = arguments.number("noise")
  }

  /// Generates the points. O(samples).
  public func load(_ context: SourceContext) throws -> LabelledTables {
    // A stream each, so that more training samples leave the test set as it is.
    var stream = RandomStream(seed: context.seed, purpose: .data, layer: 0)
    var testStream = RandomStream(seed: context.seed, purpose: .data, layer: 1)
    return LabelledTables(
      train: table(samples, &stream), test: table(testSamples, &testStream),
      origin: "generated (seed \(context.seed))", generated: true, informative: [0, 1])
  }

  private func table(_ count: Int, _ stream: inout RandomStream) -> LabelledTable {
    var features: [Float] = []
    features.reserveCapacity(2 * count)
    var labels: [String] = []
    labels.reserveCapacity(count)
    for index in 0..<count {
      let arm = index % classes
      let radius = stream.openUniform()
      let angle = 2 * Double.pi * (turns * radius + Double(arm) / Double(classes))
      features.append(Float(radius * cos(angle) + noise * stream.normal()))
      features.append(Float(radius * sin(angle) + noise * stream.normal()))
      labels.append(String(arm))
    }
    return LabelledTable(features: features, width: 2, labels: labels)
  }
}
