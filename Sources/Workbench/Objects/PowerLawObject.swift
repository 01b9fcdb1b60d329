internal import Catalogue
internal import Language
package import Analysis
package import Reports

/// A power law fitted to degrees.
package struct PowerLawObject: SessionObject {
  package static let kind = "fit"

  /// The fit.
  package let fit: PowerLawFit
  /// Its p-value, if it was asked for.
  package let plausibility: Double?

  package static let members: [Member<PowerLawObject>] = [
    Member("alpha", .number(.any), "the exponent") { .number($0.fit.law.exponent) },
    Member("xmin", .integer(.from(1)), "the smallest degree that the law holds for") {
      .count($0.fit.law.minimum)
    },
    Member("distance", .fraction(.unit), "the Kolmogorov–Smirnov distance of data and law") {
      .number($0.fit.distance)
    },
    Member("p", .fraction(.unit), "the p-value; below 0.1 the law is not plausible") {
      $0.plausibility.map { .number($0) } ?? .nothing
    },
    Member("fitted", .integer(.nonNegative), "how many degrees are xmin or more") {
      .count($0.fit.fitted)
    },
    Member("count", .integer(.nonNegative), "how many degrees are above 0") {
      .count($0.fit.values.count)
    },
  ]

  package var summary: String {
    let law =
      "power law with alpha \(Cell.number(fit.law.exponent).reading) "
      + "from degree \(NumberText.count(fit.law.minimum)) "
      + "(\(NumberText.count(fit.fitted)) of \(NumberText.count(fit.values.count)) degrees); "
      + "distance \(Cell.number(fit.distance).reading)"
    return plausibility.map { "\(law), p \(Cell.number($0).reading)" } ?? law
  }

  package var json: JSONValue {
    [
      "alpha": .number(fit.law.exponent), "xmin": .integer(fit.law.minimum),
      "distance": .number(fit.distance), "p": JSONValue(plausibility),
      "fitted": .integer(fit.fitted), "count": .integer(fit.values.count),
      "log_likelihood": .number(fit.logLikelihood),
    ]
  }
}
