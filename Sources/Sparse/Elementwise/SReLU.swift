internal import CKernels

/// The gradients of the four parameters of S-shaped rectifiers, summed over the batch. Scratch
/// storage.
public final class SReLUGradients: Sendable {
  /// Of the left threshold.
  public let tLeft: Vector
  /// Of the left slope.
  public let aLeft: Vector
  /// Of the distance to the right threshold; 0 where that is 0.
  public let tRight: Vector
  /// Of the right slope.
  public let aRight: Vector

  /// Zeros for that many neurons.
  public init(count: Int) {
    tLeft = Vector(count: count)
    aLeft = Vector(count: count)
    tRight = Vector(count: count)
    aRight = Vector(count: count)
  }
}

/// S-shaped rectifiers with four trained parameters a neuron (Jin et al. 2016): with the right
/// threshold r = tLeft + |tRight|,
/// f(z) = tLeft + aLeft·(z − tLeft) below tLeft, r + aRight·(z − r) above r, and z between.
///
/// Parameters are lent as spans, a number for each neuron: counting references for every block of
/// neurons would have threads wait for each other, and each for its stores to reach the cache.
extension Engine {
  /// The S-shaped rectifier of every neuron of `range`. `a` may be `z`.
  public func srelu(
    _ range: Range<Int>, of z: Panel, into a: Panel, tLeft: Span<Float>, aLeft: Span<Float>,
    tRight: Span<Float>, aRight: Span<Float>
  ) {
    check(range, z, a)
    let (kernels, z, zStride, a, aStride, vectors) = (
      kernels, z.base, z.stride, a.base, a.stride, z.vectors
    )
    withAddresses(range, tLeft, aLeft, tRight, aRight) { tLeft, aLeft, tRight, aRight in
      kernels.pointee.srelu_forward(
        range.lowerBound, range.upperBound, z, zStride, a, aStride, vectors, tLeft, aLeft, tRight,
        aRight)
    }
  }

  /// Turns da in `gradient` into dz and writes the gradients of the bias and of the four
  /// parameters.
  public func sreluBackward(
    _ range: Range<Int>, of z: Panel, gradient: Panel, tLeft: Span<Float>, aLeft: Span<Float>,
    tRight: Span<Float>, aRight: Span<Float>, biasGradient: Vector, gradients: SReLUGradients
  ) {
    check(range, z, gradient)
    check(range, biasGradient)
    check(range, gradients.tLeft)
    let (kernels, z, zStride, gradient, stride, vectors, sums) = (
      kernels, z.base, z.stride, gradient.base, gradient.stride, z.vectors, biasGradient.base
    )
    let (left, leftSlope, right, rightSlope) = (
      gradients.tLeft.base, gradients.aLeft.base, gradients.tRight.base, gradients.aRight.base
    )
    withAddresses(range, tLeft, aLeft, tRight, aRight) { tLeft, aLeft, tRight, aRight in
      kernels.pointee.srelu_backward(
        range.lowerBound, range.upperBound, z, zStride, gradient, stride, vectors, tLeft, aLeft,
        tRight, aRight, sums, left, leftSlope, right, rightSlope)
    }
  }

  private func withAddresses(
    _ range: Range<Int>, _ a: Span<Float>, _ b: Span<Float>, _ c: Span<Float>, _ d: Span<Float>,
    _ body: (
      UnsafePointer<Float>?, UnsafePointer<Float>?, UnsafePointer<Float>?, UnsafePointer<Float>?
    ) -> Void
  ) {
    let last = range.upperBound
    precondition(last <= a.count && last <= b.count && last <= c.count && last <= d.count)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeBufferPointer { c in
          d.withUnsafeBufferPointer { d in
            body(a.baseAddress, b.baseAddress, c.baseAddress, d.baseAddress)
          }
        }
      }
    }
  }
}
