import Sparse

/// A layer's activations on both sides, for tests of similarity.
struct Activations {
  let inputs: Panel
  let outputs: Panel

  /// Numbers uniform on −1 … 1, and nonsense in the padding columns.
  init(rows: Int, columns: Int, samples: Int, seed: UInt64 = 1) {
    inputs = .random(rows, samples, capacity: samples + 7, seed: seed)
    outputs = .random(columns, samples, seed: seed + 1)
    spoilPadding()
  }

  func spoilPadding() {
    for (panel, rubbish) in [(inputs, Float.nan), (outputs, .infinity)] {
      for feature in 0..<panel.features {
        for column in panel.batch..<panel.padded { panel.row(feature)[column] = rubbish }
      }
    }
  }

  /// The similarities of all cells, row by row, as one block computes them.
  func similarities(on engine: Engine) -> [Float] {
    let block = CosineBlock(rows: 0..<inputs.features, columns: 0..<outputs.features)
    block.add(inputs: inputs, outputs: outputs, on: engine)
    return block.numbers
  }

  /// |x·y| / (‖x‖‖y‖) in doubles, row by row; 0 where a norm is.
  func reference() -> [Double] {
    (0..<inputs.features).flatMap { row in
      (0..<outputs.features).map { column in
        var (product, xx, yy) = (0.0, 0.0, 0.0)
        for sample in 0..<inputs.batch {
          let (x, y) = (Double(inputs[row, sample]), Double(outputs[column, sample]))
          product += x * y
          xx += x * x
          yy += y * y
        }
        return xx == 0 || yy == 0 ? 0 : abs(product) / (xx * yy).squareRoot()
      }
    }
  }
}

extension CosineBlock {
  /// The similarities of the block, row by row.
  var numbers: [Float] { rows.flatMap { row in columns.map { self[row, $0] } } }
}
