public import Catalogue
internal import Analysis
internal import Networks
internal import Training

/// How connections are spread over the inputs.
public enum DegreesPart: ReportPart {
  /// The catalogue's record.
  public static let about = About(
    name: "degrees", category: .part,
    summary: "how many connections the input features have",
    details: """
      A histogram of the core degrees of the first layer's inputs: connections that the last \
      evolution added are left out, since they had no time to prove themselves. With it the power \
      law that fits their upper end best; whether it is plausible is for `powerlaw` to say.
      """,
    paper: "Pieterse & Mocanu 2019, appendix A.1; Clauset, Shalizi & Newman 2009",
    examples: [.onRun("degrees", "the degrees of a run's inputs")])

  /// Runs.
  public static let kinds: [SubjectKind] = [.run]

  /// The histogram and its figures.
  public static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block] {
    guard case .run(let run) = subject else { throw misfit(subject) }
    guard run.network.layers[0].isSparse else {
      return [
        .heading("Degrees"),
        .paragraph("The first layer is dense: every input is connected to every neuron."),
      ]
    }
    let counts = try run.degrees()
    let degrees = counts.map(Double.init)
    let fit = try? PowerLawFit(counts)
    return [
      .heading("Degrees"),
      .facts(
        [
          Fact("inputs", .count(degrees.count)),
          Fact("fewest connections", .number(Statistics.min(degrees))),
          Fact("median", .number(Statistics.median(degrees))),
          Fact("mean", .number(Statistics.mean(degrees))),
          Fact("most", .number(Statistics.max(degrees))),
        ] + facts(fit)),
      .chart(
        .histogram(
          title: "Inputs by core degree", label: "core degree", of: degrees, name: "inputs",
          unit: .count)),
    ] + tail(counts, fit)
  }

  /// The share of inputs with at least so many connections on logarithmic axes, on which a power law
  /// is a straight line; none where no law fits.
  private static func tail(_ degrees: [Int], _ fit: PowerLawFit?) -> [Block] {
    guard let law = fit?.law else { return [] }
    let sorted = degrees.filter { $0 > 0 }.sorted()
    func share(from degree: Int) -> Double {
      Double(sorted.count - (sorted.firstIndex { $0 >= degree } ?? sorted.count))
        / Double(degrees.count)
    }
    let values = Set(sorted).sorted()
    let fitted = values.filter { $0 >= law.minimum }
    let upper = share(from: law.minimum)
    return [
      .chart(
        Chart(
          title: "Inputs with at least so many connections",
          x: Axis("core degree", unit: .count, scale: .log),
          y: Axis("share of inputs", scale: .log),
          series: [
            Series("inputs", .points, x: values.map(Double.init), y: values.map(share(from:))),
            Series(
              "power law", x: fitted.map(Double.init), y: fitted.map { law.tail(from: $0) * upper }),
          ]))
    ]
  }

  /// The law that fits best, if there is one.
  private static func facts(_ fit: PowerLawFit?) -> [Fact] {
    guard let fit else { return [] }
    return [
      Fact(
        "power law", .number(fit.law.exponent),
        note: "the exponent, for degrees from \(NumberText.count(fit.law.minimum)); "
          + "Kolmogorov–Smirnov distance \(Cell.number(fit.distance).reading)")
    ]
  }
}
