import Sparse
import Testing

/// Blocks of products, and choosing empty cells by their magnitude.
struct ProductBlockTests {
  private let rows = 70
  private let columns = 130
  private let batch = 33

  /// Inputs and gradients; the magnitudes of their products exceed 1, and some are 0.
  private var panels: (inputs: Panel, outputs: Panel) {
    let inputs = Panel.random(rows, batch, seed: 1)
    let outputs = Panel.random(columns, batch, seed: 2)
    for sample in 0..<batch {
      inputs[3, sample] = 0
      outputs[5, sample] = 0
    }
    return (inputs, outputs)
  }

  private func product(_ row: Int, _ column: Int) -> Double {
    let (inputs, outputs) = panels
    return (0..<batch).reduce(0) {
      $0 + Double(inputs[row, $1]) * Double(outputs[column, $1])
    }
  }

  @Test func sumsProductsOverSamples() {
    let (inputs, outputs) = panels
    let block = ProductBlock(rows: 10..<20, columns: 64..<100)
    block.add(inputs: inputs, outputs: outputs, on: Engine(threads: 2))
    for row in 10..<20 {
      for column in 64..<100 {
        #expect(abs(Double(block.product(row, column)) - product(row, column)) < 1e-4)
      }
    }
  }

  @Test(arguments: [1, 2, 3], [8192, 1 << 20])
  func findsTheLargestMagnitudes(threads: Int, cells: Int) {
    let (inputs, outputs) = panels
    let engine = Engine(threads: threads)
    let matrix = Pattern.half.matrix(rows: rows, columns: columns)
    let removed = matrix.smallestMagnitudes(900)
    let kept = Set(matrix.cells()).subtracting(matrix.cells(at: removed))
    let whole = ProductBlock(rows: 0..<rows, columns: 0..<columns)
    whole.add(inputs: inputs, outputs: outputs, on: engine)
    var ranked: [(Float, Cell)] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = Cell(row: Int32(row), column: Int32(column))
        let magnitude = abs(whole.product(row, column))
        if magnitude > 0, !kept.contains(cell) { ranked.append((magnitude, cell)) }
      }
    }
    ranked.sort { ($1.0, $0.1) < ($0.0, $1.1) }
    #expect(ranked[0].0 > 1 && ranked[100].0 > 1)
    for count in [1, 900, ranked.count + 10] {
      let search = EmptyCellSearch(.largest, count: count, in: matrix, afterRemoving: removed)
      for (rows, columns) in ProductBlock.blocks(rows: rows, columns: columns, cells: cells) {
        let block = ProductBlock(rows: rows, columns: columns)
        block.add(inputs: inputs, outputs: outputs, on: engine)
        search.take(block, on: engine)
      }
      #expect(search.cells() == ranked.prefix(count).map(\.1).sorted())
    }
  }
}
