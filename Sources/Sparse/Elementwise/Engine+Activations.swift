internal import CKernels

/// Activations over ranges of neurons, meant for the epilogues of matrix products. Each call computes
/// on its caller's thread and touches only the rows of `range` (and their numbers in vectors).
///
/// Forward reads the sums z and writes a; backward turns da in `gradient` into dz, reading z, and
/// writes Σ dz over the batch, which is the bias's gradient.
extension Engine {
  /// a = z where z > 0, slope · z elsewhere: `slope` 0 is relu, 0.01 leaky relu, 1 linear. `a` may
  /// be `z`.
  public func slope(_ range: Range<Int>, of z: Panel, into a: Panel, slope: Float) {
    check(range, z, a)
    kernels.pointee.slope_forward(
      range.lowerBound, range.upperBound, z.base, z.stride, a.base, a.stride, z.vectors, slope)
  }

  /// The derivative of `slope`: 1 where z > 0, slope elsewhere.
  public func slopeBackward(
    _ range: Range<Int>, of z: Panel, gradient: Panel, slope: Float, biasGradient: Vector
  ) {
    check(range, z, gradient)
    check(range, biasGradient)
    kernels.pointee.slope_backward(
      range.lowerBound, range.upperBound, z.base, z.stride, gradient.base, gradient.stride,
      z.vectors, slope, biasGradient.base)
  }

  /// tanh z.
  public func tanh(_ range: Range<Int>, of z: Panel, into a: Panel) {
    check(range, z, a)
    kernels.pointee.tanh_forward(
      range.lowerBound, range.upperBound, z.base, z.stride, a.base, a.stride, z.vectors)
  }

  /// The derivative of tanh, 1 − tanh² z.
  public func tanhBackward(
    _ range: Range<Int>, of z: Panel, gradient: Panel, biasGradient: Vector
  ) {
    check(range, z, gradient)
    check(range, biasGradient)
    kernels.pointee.tanh_backward(
      range.lowerBound, range.upperBound, z.base, z.stride, gradient.base, gradient.stride,
      z.vectors, biasGradient.base)
  }

  /// 1 / (1 + exp(−z)).
  public func sigmoid(_ range: Range<Int>, of z: Panel, into a: Panel) {
    check(range, z, a)
    kernels.pointee.sigmoid_forward(
      range.lowerBound, range.upperBound, z.base, z.stride, a.base, a.stride, z.vectors)
  }

  /// The derivative of the sigmoid, y(1 − y).
  public func sigmoidBackward(
    _ range: Range<Int>, of z: Panel, gradient: Panel, biasGradient: Vector
  ) {
    check(range, z, gradient)
    check(range, biasGradient)
    kernels.pointee.sigmoid_backward(
      range.lowerBound, range.upperBound, z.base, z.stride, gradient.base, gradient.stride,
      z.vectors, biasGradient.base)
  }

  /// sums[n] = Σ over the batch of row n.
  public func rowSums(_ range: Range<Int>, of panel: Panel, into sums: Vector) {
    check(range, panel, panel)
    check(range, sums)
    kernels.pointee.row_sums(
      range.lowerBound, range.upperBound, panel.base, panel.stride, panel.vectors, sums.base)
  }

  func check(_ range: Range<Int>, _ a: Panel, _ b: Panel) {
    precondition(range.lowerBound >= 0 && range.upperBound <= min(a.features, b.features))
    precondition(a.batch == b.batch)
  }

  func check(_ range: Range<Int>, _ vector: Vector) {
    precondition(range.upperBound <= vector.count)
  }
}
