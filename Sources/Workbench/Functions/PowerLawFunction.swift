package import Catalogue
package import Language
internal import Analysis

/// `powerlaw(degrees)`: the power law that a degree distribution follows, if it does.
package enum PowerLawFunction: WorkFunction {
  package static let function = FunctionAbout(
    About(
      name: "powerlaw", category: .function,
      summary: "the power law that fits the upper end of a list of degrees best",
      details: """
        For each smallest degree x_min that occurs, the exponent alpha that makes the degrees from \
        there on most likely; of them the x_min at which data and law lie nearest, by the distance of \
        Kolmogorov and Smirnov. The p-value is the share of samples drawn from the law that lie \
        farther from their own best fits; below 0.1 a power law is not plausible. Its error is about \
        1/(2 √bootstraps). Degrees of 0 are left out.
        """,
      formula: "P(x) = x^-α / ζ(α, x_min)",
      paper: "Clauset, Shalizi & Newman 2009",
      parameters: [
        .required(
          "degrees", .list(.integer(.between(0, 1e15))), "the degrees, such as `degrees(run)` gives"
        ),
        Parameter(
          "bootstraps", .integer(.between(0, 1e6)), default: 1000,
          "how many samples to draw for the p-value; 0 for none"),
        Parameter("seed", .integer(.nonNegative), default: 1, "of the samples"),
      ],
      examples: [Example("powerlaw([1, 1, 1, 1, 2, 2, 3, 5, 9], bootstraps=100)")]),
    result: .object([PowerLawObject.kind]))

  package static func call(_ arguments: Arguments, in session: Session) throws -> Value {
    let degrees = arguments.list("degrees").map { degree -> Int in
      if case .number(let value) = degree { Int(value) } else { 0 }
    }
    let fit = try PowerLawFit(degrees)
    let bootstraps = arguments.integer("bootstraps")
    guard bootstraps > 0 else { return .object(PowerLawObject(fit: fit, plausibility: nil)) }
    let plausibility = fit.plausibility(
      bootstraps: bootstraps, seed: UInt64(arguments.integer("seed")),
      isCancelled: { session.isInterrupted })
    guard let plausibility else { throw WorkbenchError.stopped }
    return .object(PowerLawObject(fit: fit, plausibility: plausibility))
  }
}
