internal import CKernels

/// The cosine similarities of a block of cells of a layer:
/// C_pq = |A_p·A_q| / (‖A_p‖‖A_q‖) for input neurons p of `rows` and output neurons q of `columns`,
/// A being their activations over the samples. C is within 0 … 1; it is 0 where a norm is zero, and
/// for a neuron whose squares add up to no normal float, as one with an infinite activation.
///
/// Samples come in one panel or in several: call `add` for each, with the activations of the same
/// samples on both sides of the layer. All but the last are a multiple of `stretch` samples; then
/// how they are cut changes no bit of the result, nor does the number of threads. So a caller needs
/// to hold no more than a panel of `stretch` samples for each layer, whatever their number.
///
/// A block takes 4 bytes a cell (its columns rounded up to 16). `blocks` cuts a layer of any size
/// into blocks of bounded size, most layers into a single one: all samples pass once for each.
/// 2 · rows · columns · samples operations in all. Pieterse & Mocanu 2019, eq. 2.
///
/// Scratch storage as `Panel` is: used by one caller at a time.
public final class CosineBlock: @unchecked Sendable {
  /// The input neurons.
  public let rows: Range<Int>
  /// The output neurons.
  public let columns: Range<Int>
  /// How many samples have been added.
  public private(set) var samples = 0

  let products: Panel
  private let rowSquares: SquareSums
  private let columnSquares: SquareSums

  /// The number of samples that add up together; parts of the samples are whole multiples of it.
  public static let stretch = Int(KERNEL_STRETCH)

  /// A block before any sample.
  /// - Precondition: `columns` begins at a multiple of 64.
  public init(rows: Range<Int>, columns: Range<Int>) {
    precondition(rows.lowerBound >= 0 && columns.lowerBound >= 0 && columns.lowerBound % 64 == 0)
    self.rows = rows
    self.columns = columns
    products = Panel(features: rows.count, capacity: columns.count)
    rowSquares = SquareSums(of: rows)
    columnSquares = SquareSums(of: columns)
  }

  /// Adds samples: their activations in the layer's input neurons (all of them, not only this
  /// block's) and in its output neurons.
  /// - Precondition: as many samples on both sides; a multiple of `stretch` have come before.
  public func add(inputs: Panel, outputs: Panel, on engine: Engine) {
    precondition(rows.upperBound <= inputs.features && columns.upperBound <= outputs.features)
    precondition(inputs.batch == outputs.batch && samples % Self.stretch == 0)
    rowSquares.add(inputs, on: engine)
    columnSquares.add(outputs, on: engine)
    // A stretch at a time through all tiles, so that it is read from memory once; several where
    // the block is small, so that there is something to do between two meetings of the threads.
    let cells = max(1, rows.count * columns.count)
    let atOnce = Self.stretch * max(1, Tile.cells * 4 / cells)
    for first in stride(from: 0, to: inputs.batch, by: atOnce) {
      let count = min(atOnce, inputs.batch - first)
      add(inputs, outputs, first..<(first + count), on: engine)
    }
    samples += inputs.batch
  }

  /// The similarity of an input and an output neuron of the block.
  public subscript(row: Int, column: Int) -> Float {
    precondition(rows.contains(row) && columns.contains(column))
    let (r, c) = (row - rows.lowerBound, column - columns.lowerBound)
    return similarity(product: products[r, c], rowSquares.scale(r), columnSquares.scale(c))
  }

  /// The inverse norms of the rows and of the columns.
  var scales: (rows: [Float], columns: [Float]) { (rowSquares.scales, columnSquares.scales) }

  /// A part of the block that one thread computes at a time: its inputs stay in a second-level
  /// cache while the outputs pass by.
  private enum Tile {
    static let rows = 64
    static let columns = 512
    static let cells = rows * columns
  }

  private func add(_ inputs: Panel, _ outputs: Panel, _ range: Range<Int>, on engine: Engine) {
    let x = inputs.base + rows.lowerBound * inputs.stride + range.lowerBound
    let y = outputs.base + columns.lowerBound * outputs.stride + range.lowerBound
    let high = (rows.count + Tile.rows - 1) / Tile.rows
    let wide = (columns.count + Tile.columns - 1) / Tile.columns
    engine.pool.run(high * wide) { tile in
      let (row, column) = (tile / wide * Tile.rows, tile % wide * Tile.columns)
      engine.kernels.pointee.dot_products(
        min(Tile.rows, rows.count - row), min(Tile.columns, columns.count - column),
        x + row * inputs.stride, inputs.stride, y + column * outputs.stride, outputs.stride,
        range.count, products.base + row * products.stride + column, products.stride)
    }
  }
}
