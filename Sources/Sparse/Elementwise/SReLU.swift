internal import CKernels

/// The trained parameters of S-shaped rectifiers, four a neuron (Jin et al. 2016): with the right
/// threshold r = tLeft + |tRight|,
/// f(z) = tLeft + aLeft·(z − tLeft) below tLeft, r + aRight·(z − r) above r, and z between.
public struct SReLUParameters: Sendable, Equatable {
  /// The left threshold.
  public var tLeft: [Float]
  /// The slope below the left threshold.
  public var aLeft: [Float]
  /// How far the right threshold lies from the left one, up to its sign.
  public var tRight: [Float]
  /// The slope above the right threshold.
  public var aRight: [Float]

  /// These parameters.
  /// - Precondition: all four have as many numbers.
  public init(tLeft: [Float], aLeft: [Float], tRight: [Float], aRight: [Float]) {
    precondition(aLeft.count == tLeft.count)
    precondition(tRight.count == tLeft.count && aRight.count == tLeft.count)
    self.tLeft = tLeft
    self.aLeft = aLeft
    self.tRight = tRight
    self.aRight = aRight
  }

  /// The number of neurons.
  public var count: Int { tLeft.count }
}

/// The gradients of `SReLUParameters`, summed over the batch. Scratch storage.
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

extension Engine {
  /// The S-shaped rectifier of every neuron of `range`. `a` may be `z`.
  public func srelu(
    _ range: Range<Int>, of z: Panel, into a: Panel, parameters: SReLUParameters
  ) {
    check(range, z, a)
    precondition(range.upperBound <= parameters.count)
    kernels.pointee.srelu_forward(
      range.lowerBound, range.upperBound, z.base, z.stride, a.base, a.stride, z.vectors,
      parameters.tLeft, parameters.aLeft, parameters.tRight, parameters.aRight)
  }

  /// Turns da in `gradient` into dz and writes the gradients of the bias and of the four
  /// parameters.
  public func sreluBackward(
    _ range: Range<Int>, of z: Panel, gradient: Panel, parameters: SReLUParameters,
    biasGradient: Vector, gradients: SReLUGradients
  ) {
    check(range, z, gradient)
    check(range, biasGradient)
    check(range, gradients.tLeft)
    precondition(range.upperBound <= parameters.count)
    kernels.pointee.srelu_backward(
      range.lowerBound, range.upperBound, z.base, z.stride, gradient.base, gradient.stride,
      z.vectors, parameters.tLeft, parameters.aLeft, parameters.tRight, parameters.aRight,
      biasGradient.base, gradients.tLeft.base, gradients.aLeft.base, gradients.tRight.base,
      gradients.aRight.base)
  }
}
