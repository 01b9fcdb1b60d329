internal import CKernels

extension Engine {
  /// The step v ← μv − η(g + λp), p ← p + v on a plain array: biases, activation parameters.
  /// - Precondition: all three have as many numbers.
  public func update(
    _ parameters: inout [Float], velocity: inout [Float], gradient: Vector, step: MomentumStep
  ) {
    let count = parameters.count
    precondition(velocity.count == count && gradient.count == count)
    kernels.pointee.momentum_update(count, &parameters, &velocity, gradient.base, step.kernel)
  }
}
