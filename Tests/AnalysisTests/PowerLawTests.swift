import Analysis
import Sparse
import Testing

/// Held against `scripts/reference/powerlaw_fit.py`: SciPy, and the package `powerlaw` where its
/// definitions are the paper's.
struct PowerLawTests {
  private struct Case: Decodable {
    let name: String
    let degrees: [Int]
    let alpha: Double
    let minimum: Int
    let distance: Double
    let log_likelihood: Double
    let fitted: Int
    let package_alpha: Double?
    let package_log_likelihood: Double?
    let package_distance: Double?
    let plausibility: Double?
  }

  private let cases: [Case]

  init() throws { cases = try Oracle.read("powerlaw", as: [Case].self) }

  @Test func fitsAreThoseOfSciPy() throws {
    for expected in cases {
      let fit = try PowerLawFit(expected.degrees)
      #expect(fit.law.minimum == expected.minimum, "\(expected.name)")
      #expect(fit.fitted == expected.fitted, "\(expected.name)")
      #expect(abs(fit.law.exponent / expected.alpha - 1) < 1e-6, "\(expected.name)")
      #expect(abs(fit.distance - expected.distance) < 1e-6, "\(expected.name)")
      #expect(abs(fit.logLikelihood / expected.log_likelihood - 1) < 1e-6, "\(expected.name)")
    }
  }

  @Test func exponentsAreThoseOfThePackage() throws {
    let known = cases.filter { $0.package_alpha != nil }
    #expect(known.count >= 4)
    for expected in known {
      let fit = try PowerLawFit(expected.degrees, minimum: expected.minimum)
      let (alpha, distance) = (expected.package_alpha ?? .nan, expected.package_distance ?? .nan)
      let likelihood = expected.package_log_likelihood ?? .nan
      #expect(abs(fit.law.exponent / alpha - 1) < 1e-6, "\(expected.name)")
      #expect(abs(fit.logLikelihood / likelihood - 1) < 1e-6, "\(expected.name)")
      // The package leaves out the steps behind the values.
      #expect(distance < fit.distance + 1e-6, "\(expected.name)")
    }
  }

  /// Two estimates of a share by 200 and 400 samples differ by less than 4 standard errors.
  @Test func plausibilityIsThatOfAnotherBootstrap() throws {
    for expected in cases {
      guard let share = expected.plausibility else { continue }
      let fit = try PowerLawFit(expected.degrees)
      let found = try #require(fit.plausibility(bootstraps: 400, seed: 1))
      let error = (max(share * (1 - share), 0.0025) * (1.0 / 200 + 1.0 / 400)).squareRoot()
      #expect(abs(found - share) < 4 * error, "\(expected.name): \(found), expected \(share)")
    }
  }

  @Test func plausibilityFollowsTheSeedAndEndsWhenAsked() throws {
    let fit = try PowerLawFit(cases[0].degrees)
    let first = fit.plausibility(bootstraps: 50, seed: 7)
    #expect(first == fit.plausibility(bootstraps: 50, seed: 7))
    #expect(fit.plausibility(bootstraps: 50, seed: 7, isCancelled: { true }) == nil)
  }

  @Test func probabilitiesAddUpToTheTail() {
    for exponent in [1.2, 2.5, 9, 300] {
      for minimum in [1, 7, 1000] {
        let law = PowerLaw(exponent: exponent, minimum: minimum)
        #expect(abs(law.tail(from: minimum) - 1) < 1e-12)
        let near = (minimum..<minimum + 500).reduce(0) { $0 + law.probability($1) }
        #expect(abs(near + law.tail(from: minimum + 500) - 1) < 1e-11)
      }
    }
    // ζ(2) = π²/6.
    let law = PowerLaw(exponent: 2, minimum: 1)
    #expect(abs(law.probability(1) - 6 / (Double.pi * .pi)) < 1e-14)
  }

  @Test(arguments: [[], [0, 0, 0], [4, 4, 4, 0], [-1, -2, 3], [.min, 9]])
  func whatHasNoPowerLawIsRefused(degrees: [Int]) {
    #expect(throws: AnalysisError.noPowerLaw) { try PowerLawFit(degrees) }
    #expect(throws: AnalysisError.noPowerLaw) { try PowerLawFit(degrees, minimum: -3) }
  }

  @Test func extremeDegreesAreFitted() throws {
    let steep = try PowerLawFit(Array(repeating: 1_000_000, count: 100_000) + [1_000_001])
    #expect(steep.law.exponent > 1e6 && steep.law.exponent.isFinite)
    let wide = try PowerLawFit([1, 1, 1, 1 << 50])
    #expect(abs(wide.distance - (0.75 - wide.law.probability(1))) < 1e-9)
    #expect(wide.plausibility(bootstraps: 20, seed: 1) != nil)
  }
}
