import Sparse
import Testing

@testable import Sparse

/// What bounds leave over must hold all that comparing every cell would choose.
@Suite struct EmptyCellSieveTests {
  /// What activations are like.
  enum Kind: CaseIterable {
    case uniform, sparse, outliers, alike, odd, tiny, huge

    func spoil(_ panel: Panel, seed: Int) {
      for feature in 0..<panel.features {
        let row = panel.row(feature)
        for sample in 0..<panel.batch {
          switch self {
          case .uniform: break
          case .sparse: row[sample] = max(0, row[sample] - 0.7)
          case .outliers: if (sample + feature) % 97 == 0 { row[sample] *= 3000 }
          case .alike: row[sample] = panel.row(feature / 8 * 8)[sample]
          case .odd:
            if feature % 6 == 1 { row[sample] = 0.3 }
            if feature % 6 == 2 { row[sample] = 0 }
            if feature % 6 == 3, sample == 4 { row[sample] = seed == 0 ? .nan : .infinity }
            if feature % 6 == 4 { row[sample] *= 0x1p70 }
          // Products that overflow beside such that almost do.
          case .huge: row[sample] = (1 + row[sample] / 64) * (feature % 2 == 0 ? 0x1p59 : 0x1p58)
          case .tiny: row[sample] *= feature % 3 == 0 ? 0x1p-50 : feature % 3 == 1 ? 0x1p-70 : 1
          }
        }
      }
    }
  }

  private struct Layer {
    let matrix: SparseMatrix
    let activations: Activations
    let removed: [Int32]

    init(_ rows: Int, _ columns: Int, _ kind: Kind, samples: Int) {
      matrix = Pattern.fivePercent.matrix(rows: rows, columns: columns)
      activations = Activations(rows: rows, columns: columns, samples: samples)
      kind.spoil(activations.inputs, seed: 0)
      kind.spoil(activations.outputs, seed: 1)
      removed = matrix.twoTailRemoval(fraction: 0.3)
    }

    /// Stretches of the samples, as they come.
    func stretches() -> [(inputs: Panel, outputs: Panel)] {
      let whole = ProductBlock.stretch
      return stride(from: 0, to: activations.inputs.batch, by: whole).map { first in
        let count = min(whole, activations.inputs.batch - first)
        return (part(activations.inputs, first, count), part(activations.outputs, first, count))
      }
    }

    private func part(_ panel: Panel, _ first: Int, _ count: Int) -> Panel {
      let part = Panel(features: panel.features, capacity: count)
      for feature in 0..<panel.features {
        part.row(feature).update(from: panel.row(feature) + first, count: count)
      }
      return part
    }

    func brackets(on engine: Engine, blocksOf cells: Int = CosineBlock.cells) -> [CosineBracket] {
      let rounded = (BytePanel(features: matrix.rows), BytePanel(features: matrix.columns))
      let brackets = CosineBlock.blocks(rows: matrix.rows, columns: matrix.columns, cells: cells)
        .map { CosineBracket(rows: $0.rows, columns: $0.columns) }
      let (rows, columns) = (
        RoundedNeurons(count: matrix.rows), RoundedNeurons(count: matrix.columns)
      )
      for (inputs, outputs) in stretches() {
        rounded.0.round(inputs, on: engine)
        rounded.1.round(outputs, on: engine)
        rows.add(rounded.0)
        columns.add(rounded.1)
        for bracket in brackets {
          bracket.add(inputs: rounded.0, outputs: rounded.1, on: engine)
        }
      }
      for bracket in brackets { bracket.close(inputs: rows, outputs: columns, on: engine) }
      return brackets
    }
  }

  private static let sets = InstructionSet.available

  @Test(arguments: Kind.allCases, [5, 700, 2100])
  func boundsHoldTheSimilarities(kind: Kind, samples: Int) {
    let layer = Layer(40, 70, kind, samples: samples)
    for set in Self.sets {
      let engine = Engine(threads: 2, instructionSet: set)
      let similarities = layer.activations.similarities(on: engine)
      let bounds = layer.brackets(on: engine)[0].scores
      var widths = 0.0
      for row in 0..<40 {
        for column in 0..<70 {
          let c = similarities[row * 70 + column]
          let (lower, upper) = (bounds.least(row, column), bounds.score(row, column))
          #expect(lower <= c && c <= upper, "\(set), \(row), \(column)")
          widths += Double(upper - lower)
        }
      }
      // Wide bounds would hold anything.
      if kind == .uniform { #expect(widths / 2800 < 0.05) }
    }
  }

  @Test(arguments: Kind.allCases, EmptyCellSearchTests.Choice.allCases)
  func theSieveFindsWhatAllCellsDo(kind: Kind, choice: EmptyCellSearchTests.Choice) throws {
    let layer = Layer(150, 260, kind, samples: 1500)
    let stream = RandomStream(seed: 3, purpose: .test, epoch: 4, layer: 5)
    let rule: EmptyCellSearch.Rule = choice == .largest ? .largest : .proportional(stream)
    let engine = Engine(threads: 2)
    func search(_ count: Int) -> EmptyCellSearch {
      EmptyCellSearch(rule, count: count, in: layer.matrix, afterRemoving: layer.removed)
    }
    var sieved = 0
    for (count, blockCells) in [
      (0, 1 << 24), (1, 1 << 24), (50, 8192), (600, 1 << 24), (30_000, 1 << 24),
    ] {
      let all = search(count)
      let block = CosineBlock(rows: 0..<150, columns: 0..<260)
      for (inputs, outputs) in layer.stretches() {
        block.add(inputs: inputs, outputs: outputs, on: engine)
      }
      all.take(block, on: engine)
      let some = search(count)
      let sieve = EmptyCellSieve(for: some)
      for bracket in layer.brackets(on: engine, blocksOf: blockCells) {
        sieve.take(bracket, on: engine)
      }
      guard let cells = sieve.finish() else { continue }
      sieved += 1
      #expect(cells.count <= 150 * 260 / EmptyCellSieve.leastRatio)
      let similarities = ConnectionSimilarities(
        of: SparseMatrix(rows: 150, columns: 260, cells: cells))
      for (inputs, outputs) in layer.stretches() {
        similarities.add(inputs: inputs, outputs: outputs, on: engine)
      }
      some.take(cells, scores: similarities.values())
      #expect(some.cells() == all.cells(), "\(count)")
    }
    // A sieve that always gave up would pass.
    let least: [Kind: Int] = [.uniform: 3, .sparse: 3]
    #expect(sieved >= least[kind] ?? 1, "\(kind), \(choice): \(sieved)")
  }
}
