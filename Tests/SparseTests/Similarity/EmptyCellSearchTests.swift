import Foundation
import Sparse
import Testing

/// Both ways of choosing empty cells, against their definitions on all cells.
@Suite struct EmptyCellSearchTests {
  enum Choice: CaseIterable { case largest, proportional }

  /// A layer of some pattern with activations, and what goes from it.
  struct Layer {
    let matrix: SparseMatrix
    let activations: Activations
    let removed: [Int32]
    let stream = RandomStream(seed: 3, purpose: .test, epoch: 4, layer: 5)

    init(_ rows: Int, _ columns: Int, _ pattern: Pattern, samples: Int = 20) {
      matrix = pattern.matrix(rows: rows, columns: columns)
      activations = Activations(rows: rows, columns: columns, samples: samples)
      removed = matrix.twoTailRemoval(fraction: 0.3)
    }

    func rule(_ choice: Choice) -> EmptyCellSearch.Rule {
      choice == .largest ? .largest : .proportional(stream)
    }

    func cells(
      _ choice: Choice, _ count: Int, on engine: Engine, blocksOf cells: Int = CosineBlock.cells
    ) -> [Cell] {
      let search = EmptyCellSearch(
        rule(choice), count: count, in: matrix, afterRemoving: removed)
      let blocks = CosineBlock.blocks(rows: matrix.rows, columns: matrix.columns, cells: cells)
      for (rows, columns) in blocks.reversed() {
        let block = CosineBlock(rows: rows, columns: columns)
        block.add(inputs: activations.inputs, outputs: activations.outputs, on: engine)
        search.take(block, on: engine)
      }
      return search.cells()
    }

    /// All empty cells that are similar at all, the first to be chosen first.
    func order(_ choice: Choice, on engine: Engine) -> [Cell] {
      let similarities = activations.similarities(on: engine)
      let all = matrix.cells()
      let kept = Set(all).subtracting(removed.map { all[Int($0)] })
      var keyed: [(key: Double, cell: Cell)] = []
      for row in 0..<matrix.rows {
        for column in 0..<matrix.columns {
          let cell = Cell(row: Int32(row), column: Int32(column))
          let c = Double(similarities[row * matrix.columns + column])
          guard c > 0, !kept.contains(cell) else { continue }
          let u = (Double(stream.word(ofRow: row, column: column)) + 0.5) / 4_294_967_296
          keyed.append((choice == .largest ? -c : -log(1 - u) / c, cell))
        }
      }
      return keyed.sorted { ($0.key, $0.cell) < ($1.key, $1.cell) }.map(\.cell)
    }
  }

  static let shapes: [(Int, Int, Pattern)] = [
    (1, 1, .none), (7, 5, .half), (40, 33, .fivePercent), (130, 300, .ragged),
    (4, 9000, .onePerRow),
    (200, 1, .half), (20, 20, .all),
  ]

  @Test(arguments: Choice.allCases, shapes)
  func choosesTheFirstOfAllCells(choice: Choice, shape: (Int, Int, Pattern)) {
    let engine = Engine(threads: 2)
    let layer = Layer(shape.0, shape.1, shape.2)
    let order = layer.order(choice, on: engine)
    // More than fit beside those wanted, so that the selection has to shrink, and fewer.
    for count in [0, 1, 500, 9000, order.count - 1, order.count + 5] where count >= 0 {
      let expected = order.prefix(count).sorted()
      #expect(layer.cells(choice, count, on: engine) == expected, "\(count)")
    }
  }

  @Test(arguments: Choice.allCases) func threadsBlocksAndSetsDoNotShow(choice: Choice) {
    let layer = Layer(150, 300, .fivePercent, samples: 90)
    let sets = InstructionSet.available.filter { $0 != .portable }
    let first = layer.cells(choice, 700, on: Engine(threads: 1, instructionSet: sets.first))
    #expect(first.count == 700)
    for set in sets {
      for threads in [1, 2, 4] {
        let engine = Engine(threads: threads, instructionSet: set)
        for cells in [8192, 20_000, CosineBlock.cells] {
          #expect(layer.cells(choice, 700, on: engine, blocksOf: cells) == first)
        }
      }
    }
  }

  @Test func ofEqualCellsTheFirstAreChosen() {
    let layer = Layer(90, 100, .half)
    for panel in [layer.activations.inputs, layer.activations.outputs] {
      for feature in 1..<panel.features {
        panel.row(feature).update(from: panel.row(0), count: panel.batch)
      }
    }
    let engine = Engine(threads: 3)
    let all = layer.matrix.cells()
    let kept = Set(all).subtracting(layer.removed.map { all[Int($0)] })
    let empty = (0..<9000).map { Cell(row: Int32($0 / 100), column: Int32($0 % 100)) }
      .filter { !kept.contains($0) }
    #expect(layer.cells(.largest, 321, on: engine) == Array(empty.prefix(321)))
    #expect(layer.cells(.largest, 321, on: engine, blocksOf: 8192) == Array(empty.prefix(321)))
  }

  @Test func cellsJustRemovedMayBeChosenAndOthersThatExistMayNot() {
    let layer = Layer(12, 15, .all)
    let all = layer.matrix.cells()
    let gone = layer.removed.map { all[Int($0)] }
    let engine = Engine(threads: 2)
    #expect(!gone.isEmpty)
    for choice in Choice.allCases { #expect(layer.cells(choice, 1000, on: engine) == gone) }
  }

  @Test func whatIsLeftOverIsFilledUpUniformly() {
    let layer = Layer(10, 12, .fivePercent)
    // Only the first four inputs are ever active.
    for row in 4..<10 { layer.activations.inputs.row(row).update(repeating: 0, count: 32) }
    let engine = Engine(threads: 2)
    for choice in Choice.allCases {
      let chosen = layer.cells(choice, 100, on: engine)
      #expect(chosen.allSatisfy { $0.row < 4 } && chosen.count < 100)
      var stream = RandomStream(seed: 1, purpose: .growth)
      let rest = layer.matrix.emptyCells(
        100 - chosen.count, afterRemoving: layer.removed, besides: chosen, stream: &stream)
      var after = layer.matrix
      let cells = (chosen + rest).sorted()
      after.rewire(removing: layer.removed, adding: cells, values: .init(repeating: 1, count: 100))
      #expect(after.nonzeros == layer.matrix.nonzeros - layer.removed.count + 100)
    }
  }

  @Test func neuronsThatAreNotNumbersAreNeverChosen() {
    let layer = Layer(30, 40, .onePerRow)
    layer.activations.inputs[3, 5] = .nan
    layer.activations.inputs[4, 5] = .infinity
    layer.activations.outputs[7, 0] = -.infinity
    let engine = Engine(threads: 2)
    for choice in Choice.allCases {
      let cells = layer.cells(choice, 2000, on: engine)
      #expect(cells == layer.order(choice, on: engine).sorted())
      #expect(cells.allSatisfy { $0.row != 3 && $0.row != 4 && $0.column != 7 })
    }
  }

  @Test func thePanelsAloneGiveTheSame() {
    let layer = Layer(33, 44, .half)
    let engine = Engine(threads: 2)
    let (x, y) = (layer.activations.inputs, layer.activations.outputs)
    #expect(
      layer.matrix.mostSimilarEmptyCells(
        50, afterRemoving: layer.removed, inputs: x, outputs: y, on: engine)
        == layer.cells(.largest, 50, on: engine))
    #expect(
      layer.matrix.similarEmptyCells(
        50, afterRemoving: layer.removed, inputs: x, outputs: y, stream: layer.stream, on: engine)
        == layer.cells(.proportional, 50, on: engine))
  }
}
