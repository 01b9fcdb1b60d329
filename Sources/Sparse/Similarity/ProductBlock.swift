internal import CKernels

/// The products of a block of cells of a layer, summed up over samples: P_pq = Σ_s x_ps · y_qs for
/// input neurons p of `rows` and output neurons q of `columns`. With the gradients of the outputs' sums
/// as y, P is the gradient by the weights, of connections that are there and of those that are not.
///
/// Samples come in one panel or in several: call `add` for each, with the numbers of the same
/// samples on both sides of the layer. All but the last are a multiple of `stretch` samples; then
/// how they are cut changes no bit of the result, nor does the number of threads. So a caller needs
/// to hold no more than a panel of `stretch` samples for each side, whatever their number.
///
/// A block takes 4 bytes a cell (its columns rounded up to 16). `blocks` cuts a layer of any size
/// into blocks of bounded size, most layers into a single one: all samples pass once for each.
/// 2 · rows · columns · samples operations in all.
///
/// Scratch storage as `Panel` is: used by one caller at a time.
public class ProductBlock: @unchecked Sendable {
  /// The input neurons.
  public let rows: Range<Int>
  /// The output neurons.
  public let columns: Range<Int>
  /// How many samples have been added.
  public private(set) final var samples = 0

  final let products: Panel

  /// The number of samples that add up together; parts of the samples are whole multiples of it.
  public static let stretch = Int(KERNEL_STRETCH)

  /// A block before any sample.
  /// - Precondition: `columns` begins at a multiple of 64.
  public init(rows: Range<Int>, columns: Range<Int>) {
    precondition(rows.lowerBound >= 0 && columns.lowerBound >= 0 && columns.lowerBound % 64 == 0)
    self.rows = rows
    self.columns = columns
    products = Panel(features: rows.count, capacity: columns.count)
  }

  /// Adds samples: their numbers in the layer's input neurons (all of them, not only this block's)
  /// and in its output neurons.
  /// - Precondition: as many samples on both sides; a multiple of `stretch` have come before.
  public func add(inputs: Panel, outputs: Panel, on engine: Engine) {
    precondition(rows.upperBound <= inputs.features && columns.upperBound <= outputs.features)
    precondition(inputs.batch == outputs.batch && samples % Self.stretch == 0)
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

  /// The product of an input and an output neuron of the block.
  public final func product(_ row: Int, _ column: Int) -> Float {
    precondition(rows.contains(row) && columns.contains(column))
    return products[row - rows.lowerBound, column - columns.lowerBound]
  }

  /// What the magnitude of a product is multiplied by to give the cell's score: a factor for each
  /// row and one for each column.
  var scales: (rows: [Float], columns: [Float]) {
    ([Float](repeating: 1, count: rows.count), [Float](repeating: 1, count: columns.count))
  }

  /// The largest score there can be.
  var limit: Float { .infinity }

  /// The scores as a search for cells reads them.
  final var scores: CellScores {
    CellScores(
      rows: rows, columns: columns, products: products, scales: scales, limit: limit, errors: nil)
  }

  /// A part of the block that one thread computes at a time: its inputs stay in a second-level
  /// cache while the outputs pass by.
  enum Tile {
    static let rows = 64
    static let columns = 512
    static let cells = rows * columns

    /// Calls `body` with the first row, the number of rows, the first column and the number of columns
    /// of each tile of a block.
    static func run(
      _ height: Int, _ width: Int, on engine: Engine, _ body: (Int, Int, Int, Int) -> Void
    ) {
      let high = (height + rows - 1) / rows
      let wide = (width + columns - 1) / columns
      engine.pool.run(high * wide) { tile in
        let (row, column) = (tile / wide * rows, tile % wide * columns)
        body(row, min(rows, height - row), column, min(columns, width - column))
      }
    }
  }

  private func add(_ inputs: Panel, _ outputs: Panel, _ range: Range<Int>, on engine: Engine) {
    let x = inputs.base + rows.lowerBound * inputs.stride + range.lowerBound
    let y = outputs.base + columns.lowerBound * outputs.stride + range.lowerBound
    Tile.run(rows.count, columns.count, on: engine) { row, rows, column, columns in
      engine.kernels.pointee.dot_products(
        rows, columns, x + row * inputs.stride, inputs.stride, y + column * outputs.stride,
        outputs.stride, range.count, products.base + row * products.stride + column,
        products.stride)
    }
  }
}
