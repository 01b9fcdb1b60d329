import Sparse
import Testing

@Suite struct ConnectionSimilaritiesTests {
  @Test(arguments: InstructionSet.available, Pattern.allCases)
  func connectionsHaveTheSimilaritiesOfTheirCells(set: InstructionSet, pattern: Pattern) {
    for (rows, columns, samples) in [(1, 1, 1), (23, 37, 50), (60, 20, 1100), (4, 130, 129)] {
      let matrix = pattern.matrix(rows: rows, columns: columns)
      let activations = Activations(rows: rows, columns: columns, samples: samples)
      let all = activations.similarities(on: Engine(threads: 1, instructionSet: set))
      let expected = matrix.cells().map { all[Int($0.row) * columns + Int($0.column)] }
      for threads in [1, 3] {
        let engine = Engine(threads: threads, instructionSet: set)
        let found = matrix.connectionSimilarities(
          inputs: activations.inputs, outputs: activations.outputs, on: engine)
        #expect(found == expected)
      }
    }
  }

  /// A block so large that its samples go through it one stretch at a time.
  @Test func largeBlocksAddUpInTheSameOrder() {
    let engine = Engine(threads: 2)
    let matrix = Pattern.onePerRow.matrix(rows: 400, columns: 350)
    let activations = Activations(rows: 400, columns: 350, samples: 2100)
    let block = CosineBlock(rows: 0..<400, columns: 0..<350)
    block.add(inputs: activations.inputs, outputs: activations.outputs, on: engine)
    #expect(
      matrix.connectionSimilarities(
        inputs: activations.inputs, outputs: activations.outputs, on: engine)
        == matrix.cells().map { block[Int($0.row), Int($0.column)] })
  }

  @Test(arguments: Pattern.allCases) func blocksOfCellsHaveThemToo(pattern: Pattern) {
    let engine = Engine(threads: 2)
    let matrix = pattern.matrix(rows: 200, columns: 130)
    let activations = Activations(rows: 200, columns: 130, samples: 1100)
    let expected = matrix.connectionSimilarities(
      inputs: activations.inputs, outputs: activations.outputs, on: engine)
    for cells in [8192, 1 << 24] {
      let blocks = CosineBlock.blocks(rows: 200, columns: 130, cells: cells).map {
        CosineBlock(rows: $0.rows, columns: $0.columns)
      }
      for block in blocks {
        block.add(inputs: activations.inputs, outputs: activations.outputs, on: engine)
      }
      #expect(CosineBlock.similarities(ofConnectionsIn: matrix, among: blocks) == expected)
    }
  }

  @Test func samplesMayComeInParts() {
    let engine = Engine(threads: 2)
    let matrix = Pattern.half.matrix(rows: 10, columns: 12)
    let whole = Activations(rows: 10, columns: 12, samples: 2048)
    let similarities = ConnectionSimilarities(of: matrix)
    for first in [0, 1024] {
      let parts = [whole.inputs, whole.outputs].map { panel in
        let part = Panel(features: panel.features, capacity: 1024)
        for feature in 0..<panel.features {
          part.row(feature).update(from: panel.row(feature) + first, count: 1024)
        }
        return part
      }
      similarities.add(inputs: parts[0], outputs: parts[1], on: engine)
    }
    #expect(
      similarities.values()
        == matrix.connectionSimilarities(
          inputs: whole.inputs, outputs: whole.outputs, on: engine))
  }

  @Test func neuronsThatAreNotNumbersHaveNone() {
    let engine = Engine(threads: 2)
    let matrix = Pattern.all.matrix(rows: 4, columns: 5)
    let activations = Activations(rows: 4, columns: 5, samples: 33)
    activations.inputs[1, 2] = .nan
    activations.outputs[4, 32] = .infinity
    let found = matrix.connectionSimilarities(
      inputs: activations.inputs, outputs: activations.outputs, on: engine)
    for (value, cell) in zip(found, matrix.cells()) {
      #expect((value == 0) == (cell.row == 1 || cell.column == 4))
    }
  }
}
