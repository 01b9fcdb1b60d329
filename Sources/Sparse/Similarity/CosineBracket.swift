internal import CKernels

/// Bounds of the cosine similarities C of a block of cells, which cost a fraction of the similarities
/// themselves where the processor multiplies bytes: see `Engine.multipliesBytes`.
///
/// Activations are rounded to bytes: a − e in place of a. The products are then off by at most
/// ‖e_a‖‖b‖ + ‖a‖‖e_b‖ + ‖e_a‖‖e_b‖ (Cauchy and Schwarz), and all these norms are known. In trained
/// networks whose activations differ in sign C is so known to 0.01 or 0.02.
///
/// Samples come a stretch at a time; after the last, `close`. 2 · rows · columns · samples operations on
/// bytes, 4 bytes a cell. Scratch storage as `Panel` is: used by one caller at a time.
public final class CosineBracket: @unchecked Sendable {
  /// The input neurons.
  public let rows: Range<Int>
  /// The output neurons.
  public let columns: Range<Int>
  /// The products, of upper bounds once it is closed.
  private let products: Panel
  private var stretches = 0
  private var bounds: CellScores?

  /// The bounds.
  /// - Precondition: it is closed.
  var scores: CellScores {
    guard let bounds else { preconditionFailure("bounds are asked for before it is closed") }
    return bounds
  }

  /// A block before any sample.
  /// - Precondition: `columns` begins at a multiple of 64.
  public init(rows: Range<Int>, columns: Range<Int>) {
    precondition(rows.lowerBound >= 0 && columns.lowerBound >= 0 && columns.lowerBound % 64 == 0)
    self.rows = rows
    self.columns = columns
    products = Panel(features: rows.count, capacity: columns.count)
  }

  /// Adds a stretch of samples: their activations in the layer's input neurons (all of them) and in its
  /// output neurons.
  /// - Precondition: the same samples on both sides.
  public func add(inputs: BytePanel, outputs: BytePanel, on engine: Engine) {
    precondition(inputs.batch == outputs.batch)
    precondition(rows.upperBound <= inputs.features && columns.upperBound <= outputs.features)
    multiply(inputs, outputs, on: engine)
    stretches += 1
  }

  private func multiply(_ inputs: BytePanel, _ outputs: BytePanel, on engine: Engine) {
    ProductBlock.Tile.run(rows.count, columns.count, on: engine) { row, high, column, wide in
      let (i, j) = (rows.lowerBound + row, columns.lowerBound + column)
      engine.kernels.pointee.byte_products(
        high, wide, inputs.bytes + i * inputs.stride, inputs.stride, inputs.scales.base + i,
        inputs.sums + i, outputs.quads + j * outputs.padded, outputs.scales.base + j,
        inputs.batch, products.base + row * products.stride + column, products.stride)
    }
  }

  /// Turns the products into upper bounds, by what the same samples told of the layer's input neurons and of
  /// its output neurons. O(cells), divided among the threads.
  public func close(inputs: RoundedNeurons, outputs: RoundedNeurons, on engine: Engine) {
    // What rounding to floats may lose here and in the similarities that are bounded, several times
    // over: sums of 64 numbers a lane, and of the stretches.
    let slack = Float(64 + stretches) * 0x1p-22
    let inputs = inputs.bounds(of: rows, slack: slack)
    let outputs = outputs.bounds(of: columns, slack: slack)
    engine.runEvenly(rows.count, weight: products.padded / 16) { range in
      for row in range {
        let (norm, error) = (inputs.norms[row], inputs.norms[row] * inputs.errors[row])
        let products = products.row(row)
        for column in 0..<columns.count {
          let other = outputs.norms[column]
          let margin = error * (other + other * outputs.errors[column])
          products[column] =
            products[column].magnitude + (margin + norm * (other * outputs.errors[column]))
        }
      }
    }
    bounds = CellScores(
      rows: rows, columns: columns, products: products, scales: (inputs.scales, outputs.scales),
      limit: 1, errors: (inputs.errors, outputs.errors))
  }

  /// How far C may be off, for what is known of its two neurons.
  @inline(__always)
  static func margin(_ error: Float, _ other: Float) -> Float { error + other + error * other }
}
