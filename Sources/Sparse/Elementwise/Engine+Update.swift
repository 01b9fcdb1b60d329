internal import CKernels

extension Engine {
  /// The step v ← μv − η(g + λp), p ← p + v on a plain array: biases, activation parameters.
  /// - Precondition: all three have as many numbers.
  public func update(
    _ parameters: inout [Float], velocity: inout [Float], gradient: Vector, step: MomentumStep
  ) {
    let count = parameters.count
    precondition(velocity.count == count && gradient.count == count)
    parameters.withUnsafeMutableBufferPointer { parameters in
      velocity.withUnsafeMutableBufferPointer { velocity in
        let (parameters, velocity) = (parameters.baseAddress, velocity.baseAddress)
        // In the pool for its treatment of subnormal numbers: velocities at rest become such.
        pool.run(1) { _ in
          kernels.pointee.momentum_update(
            count, parameters, velocity, gradient.base, step.kernel)
        }
      }
    }
  }
}
