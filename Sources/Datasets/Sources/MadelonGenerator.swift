internal import Catalogue
internal import Sparse

/// Makes a set of Madelon's kind.
///
/// Guyon, "Design of experiments of the NIPS 2003 variable selection benchmark", 2003: clusters
/// N(0, 1) · A, with A uniform on −1…1 for each cluster, on corners of a hypercube; redundant
/// features x · B, with B uniform on −1…1; noise features N(0, 1); then noise, a scale and a shift
/// for each feature, whole numbers of 0…999, flipped labels and shuffled columns. Scales and
/// shifts are spread as in the real set, whose deviations are about uniform up to 45.
struct MadelonGenerator {
  private let samples: Int
  private let testSamples: Int
  private let features: Int
  private let informative: Int
  private let redundant: Int
  private let clusters: Int
  private let separation: Double
  private let flip: Double
  private let noise: Double

  /// A generator with the parameters of `MadelonSource`.
  /// - Throws: `DataError`: E0623 where they do not fit together, E0605 for too many numbers.
  init(_ arguments: Arguments) throws(DataError) {
    samples = arguments.integer("samples")
    testSamples = arguments.integer("test_samples")
    features = arguments.integer("features")
    informative = arguments.integer("informative")
    redundant = arguments.integer("redundant")
    clusters = arguments.integer("clusters")
    separation = arguments.number("separation")
    flip = arguments.number("flip")
    noise = arguments.number("noise")
    guard informative + redundant <= features else {
      throw DataError(
        DatasetErrorCodes.badRequest,
        "\(informative) informative and \(redundant) redundant features are more than \(features)",
        hint: "raise `features=`", at: .key("features"))
    }
    guard 2 * clusters <= 1 << informative else {
      throw DataError(
        DatasetErrorCodes.badRequest,
        "2 × \(clusters) clusters do not fit on the \(1 << informative) corners of a hypercube in "
          + "\(informative) dimensions",
        hint: "lower `clusters=` or raise `informative=`", at: .key("clusters"))
    }
    // Within the parameters' bounds neither product comes near 2⁶³.
    let numbers = (samples + testSamples) * features
    let spreads = 2 * clusters * informative * informative
    guard numbers * 4 + spreads * 8 <= MemoryLimit.bytes else {
      throw DataError(
        DatasetErrorCodes.tooLarge,
        "\(NumberText.count(samples + testSamples)) samples of \(NumberText.count(features)) "
          + "features in \(NumberText.count(2 * clusters)) clusters are more than a data set may "
          + "take here",
        hint: "lower `samples=`, `features=` or `clusters=`", at: .key("samples"))
    }
  }

  /// What training and test samples have in common.
  private struct Plan {
    var corners: [[Double]] = []
    var labels: [String] = []
    /// A of each cluster, row by row.
    var spreads: [[Double]] = []
    /// B, a row for each informative feature.
    var combinations: [Double] = []
    var noise: [Double] = []
    var scale: [Double] = []
    var shift: [Double] = []
    /// Where each feature ends up.
    var column: [Int] = []
  }

  /// The set of a seed. O((samples + test samples) · features).
  func generate(seed: UInt64) -> LabelledTables {
    // Streams of their own, so that more training samples leave the test set as it is.
    var planStream = RandomStream(seed: seed, purpose: .data, layer: 0)
    var trainStream = RandomStream(seed: seed, purpose: .data, layer: 1)
    var testStream = RandomStream(seed: seed, purpose: .data, layer: 2)
    let plan = plan(&planStream)
    return LabelledTables(
      train: table(samples, plan, &trainStream), test: table(testSamples, plan, &testStream),
      origin: "generated (seed \(seed))", generated: true,
      informative: plan.column[..<(informative + redundant)].sorted())
  }

  private func plan(_ stream: inout RandomStream) -> Plan {
    var plan = Plan()
    var corners = stream.sortedSample(2 * clusters, below: 1 << UInt64(informative))
    stream.shuffle(&corners)
    for (index, corner) in corners.enumerated() {
      plan.corners.append(
        (0..<informative).map { corner >> UInt64($0) & 1 == 1 ? separation : -separation })
      plan.labels.append(index < clusters ? "-1" : "1")
      plan.spreads.append(Self.uniform(informative * informative, &stream))
    }
    plan.combinations = Self.uniform(informative * redundant, &stream)
    plan.noise = deviations(plan.combinations).map { noise * $0 }
    for _ in 0..<features {
      plan.scale.append(3 + 42 * stream.openUniform())
      let place = stream.openUniform()
      plan.shift.append(475 + 43 * place * place)
    }
    plan.column = Array(0..<features)
    stream.shuffle(&plan.column)
    return plan
  }

  /// The standard deviations that informative and redundant features have in expectation: a
  /// corner's coordinate has variance separation², a cluster's spread adds informative / 3.
  private func deviations(_ combinations: [Double]) -> [Double] {
    let variance = separation * separation + Double(informative) / 3
    let own = [Double](repeating: variance.squareRoot(), count: informative)
    return own
      + (0..<redundant).map { column in
        let squares = (0..<informative).reduce(0.0) {
          $0 + combinations[$1 * redundant + column] * combinations[$1 * redundant + column]
        }
        return (variance * squares).squareRoot()
      }
  }

  private func table(
    _ count: Int, _ plan: Plan, _ stream: inout RandomStream
  ) -> LabelledTable {
    // Clusters take turns, so that they and the classes have equal shares.
    var clusterOf = (0..<count).map { $0 % plan.corners.count }
    stream.shuffle(&clusterOf)
    var values = [Float](repeating: 0, count: count * features)
    var labels: [String] = []
    labels.reserveCapacity(count)
    for (row, cluster) in clusterOf.enumerated() {
      let useful = usefulFeatures(cluster, plan, &stream)
      for feature in 0..<features {
        let raw = feature < useful.count ? useful[feature] : stream.normal()
        let value = (plan.shift[feature] + plan.scale[feature] * raw).rounded()
        values[row * features + plan.column[feature]] = Float(min(max(value, 0), 999))
      }
      let flipped = stream.openUniform() < flip
      labels.append(flipped ? (plan.labels[cluster] == "1" ? "-1" : "1") : plan.labels[cluster])
    }
    return LabelledTable(features: values, width: features, labels: labels)
  }

  /// The informative and redundant features of one sample of a cluster, with their noise.
  private func usefulFeatures(
    _ cluster: Int, _ plan: Plan, _ stream: inout RandomStream
  ) -> [Double] {
    let drawn = (0..<informative).map { _ in stream.normal() }
    let spread = plan.spreads[cluster]
    var useful = plan.corners[cluster]
    for column in 0..<informative {
      for row in 0..<informative {
        useful[column] += drawn[row] * spread[row * informative + column]
      }
    }
    for column in 0..<redundant {
      useful.append(
        (0..<informative).reduce(0.0) {
          $0 + useful[$1] * plan.combinations[$1 * redundant + column]
        })
    }
    for index in useful.indices { useful[index] += plan.noise[index] * stream.normal() }
    return useful
  }

  private static func uniform(_ count: Int, _ stream: inout RandomStream) -> [Double] {
    (0..<count).map { _ in 2 * stream.openUniform() - 1 }
  }
}
