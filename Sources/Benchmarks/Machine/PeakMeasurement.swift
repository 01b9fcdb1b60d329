internal import Sparse

/// Multiply–adds on registers, on all threads of an engine: the contender that every kernel is held
/// against.
final class PeakMeasurement {
  private let limits: MachineLimits
  private let engine: Engine
  private let results: Vector
  private static let rounds = 40_000

  /// - Precondition: the machine can run the engine's set, as any engine's.
  init(_ engine: Engine) {
    guard let limits = MachineLimits(engine.instructionSet) else {
      preconditionFailure("no limits of \(engine.instructionSet)")
    }
    self.limits = limits
    self.engine = engine
    // Each thread's result in a cache line of its own.
    results = Vector(count: engine.threads * 16)
  }

  /// Operations of a call, all threads together.
  var flops: Double { limits.flops(rounds: Self.rounds) * Double(engine.threads) }

  /// The contender.
  var contender: Contender {
    Contender { [self] in
      engine.pool.run(engine.threads) { part in
        results[part * 16] = limits.multiplyAdd(rounds: Self.rounds)
      }
    }
  }
}
