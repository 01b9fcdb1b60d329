/// When a policy evolves a network.
public enum Schedule: Sendable, Equatable {
  /// After each epoch but the last, or after every so many (`evolve_every=`).
  case epochs
  /// At every `interval`-th step, as long as less than the share `until` of all steps is done; the
  /// topology changes then instead of the weights, by the gradients of the step's batch.
  case steps(interval: Int, until: Double)

  /// Whether the topology changes at a step, counted from 1, of a training of so many.
  public func isDue(step: Int, of steps: Int) -> Bool {
    guard case .steps(let interval, let until) = self else { return false }
    return step % interval == 0 && Double(step) < until * Double(steps)
  }
}
