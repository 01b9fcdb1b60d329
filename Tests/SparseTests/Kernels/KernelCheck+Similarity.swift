import CKernels
import Sparse

extension KernelCheck {
  /// Products over samples, on top of what was there, and the cells chosen by them.
  static var similarities: [KernelCheck] {
    [
      KernelCheck("dot_products", length: { $0.batch }) { kernels, of in
        var products = of.weights
        kernels.pointee.dot_products(
          of.rows, of.columns, of.input.row(0), of.input.stride, of.gradient.row(0),
          of.gradient.stride, of.batch, &products, of.columns)
        return products
      },
      KernelCheck("sparse_products", length: { $0.batch }) { kernels, of in
        var products = of.matrix.values
        kernels.pointee.sparse_products(
          0, of.rows, of.matrix.rowOffsets, of.matrix.columnIndices, of.columns,
          of.input.row(0), of.input.stride, of.gradient.row(0), of.gradient.stride, of.batch,
          &products)
        return products
      },
      KernelCheck("row_squares", length: { $0.batch }) { kernels, of in
        var squares = of.parameters[0]
        kernels.pointee.row_squares(
          0, of.rows, of.input.row(0), of.input.stride, of.batch, &squares)
        return squares
      },
      KernelCheck("similar_cells", length: { _ in 0 }) { kernels, of in
        let count = of.weights.count
        var picked = [Int32](repeating: -1, count: count)
        let found = kernels.pointee.similar_cells(
          count, of.weights, 0.5, of.weights.reversed(), 0.1, &picked)
        return [Float(found)] + picked.map { Float($0) }
      },
      KernelCheck("drawn_cells", length: { _ in 0 }) { kernels, of in
        let count = of.weights.count
        let place = kernel_draw(key: (17, 18), row: 3, epoch: 4, word: 5 << 16 | 1)
        return [0.7, Float.infinity].flatMap { reach in
          var picked = [Int32](repeating: -1, count: count)
          var drawn = [UInt32](repeating: 0, count: count)
          let found = kernels.pointee.drawn_cells(
            128, count, of.weights, 0.5, of.weights.reversed(), reach, place, &picked, &drawn)
          let words = drawn.flatMap { [Float($0 >> 16), Float($0 & 0xFFFF)] }
          let columns = picked.map { Float($0) }
          return columns + words + [Float(found)]
        }
      },
    ]
  }
}
