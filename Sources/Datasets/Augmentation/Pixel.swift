/// A number that a pixel is kept as.
protocol Pixel: AdditiveArithmetic {
  /// Its value.
  var level: Double { get }
  /// The number nearest to a mean of others.
  init(mean: Double)
}

extension Float: Pixel {
  var level: Double { Double(self) }
  init(mean: Double) { self.init(mean) }
}

extension UInt8: Pixel {
  var level: Double { Double(self) }
  // A mean of bytes, none below 0; the bound is for what rounding may add.
  init(mean: Double) { self.init(Swift.min(mean + 0.5, 255)) }
}
