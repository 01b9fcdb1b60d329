import CKernels
import Sparse

extension KernelCheck {
  /// The activations, forward and backward, on sums up to ±6.
  static var activations: [KernelCheck] {
    [
      forward("slope_forward") { kernels, of, z, a in
        kernels.pointee.slope_forward(
          0, of.rows, z.row(0), z.stride, a.row(0), a.stride, of.vectors, 0.25)
      },
      forward("tanh_forward") { kernels, of, z, a in
        kernels.pointee.tanh_forward(
          0, of.rows, z.row(0), z.stride, a.row(0), a.stride, of.vectors)
      },
      forward("sigmoid_forward") { kernels, of, z, a in
        kernels.pointee.sigmoid_forward(
          0, of.rows, z.row(0), z.stride, a.row(0), a.stride, of.vectors)
      },
      forward("srelu_forward") { kernels, of, z, a in
        kernels.pointee.srelu_forward(
          0, of.rows, z.row(0), z.stride, a.row(0), a.stride, of.vectors, of.parameters[0],
          of.parameters[1], of.parameters[2], of.parameters[3])
      },
      backward("slope_backward") { kernels, of, z, d, sums in
        kernels.pointee.slope_backward(
          0, of.rows, z.row(0), z.stride, d.row(0), d.stride, of.vectors, 0.25, &sums[0])
      },
      backward("tanh_backward") { kernels, of, z, d, sums in
        kernels.pointee.tanh_backward(
          0, of.rows, z.row(0), z.stride, d.row(0), d.stride, of.vectors, &sums[0])
      },
      backward("sigmoid_backward") { kernels, of, z, d, sums in
        kernels.pointee.sigmoid_backward(
          0, of.rows, z.row(0), z.stride, d.row(0), d.stride, of.vectors, &sums[0])
      },
      backward("srelu_backward") { kernels, of, z, d, sums in
        var (left, leftSlope, right, rightSlope) = (sums[1], sums[2], sums[3], sums[4])
        kernels.pointee.srelu_backward(
          0, of.rows, z.row(0), z.stride, d.row(0), d.stride, of.vectors, of.parameters[0],
          of.parameters[1], of.parameters[2], of.parameters[3], &sums[0], &left, &leftSlope,
          &right, &rightSlope)
        sums = [sums[0], left, leftSlope, right, rightSlope]
      },
    ]
  }

  private static func sums(_ of: KernelCase) -> Panel {
    let z = of.input.copy()
    for row in 0..<of.rows { for column in 0..<z.padded { z.row(row)[column] *= 6 } }
    return z
  }

  private static func forward(
    _ name: String, _ run: @escaping (Kernels, KernelCase, Panel, Panel) -> Void
  ) -> KernelCheck {
    KernelCheck(name, length: { _ in 4 }) { kernels, of in
      let a = Panel(features: of.rows, capacity: of.batch)
      run(kernels, of, sums(of), a)
      return a.paddedNumbers
    }
  }

  private static func backward(
    _ name: String, _ run: @escaping (Kernels, KernelCase, Panel, Panel, inout [[Float]]) -> Void
  ) -> KernelCheck {
    KernelCheck(name, length: { 7 * $0.batch }) { kernels, of in
      let d = Panel.random(of.rows, of.batch, seed: 9)
      var gradients = [[Float]](repeating: [Float](repeating: 0, count: of.rows), count: 5)
      run(kernels, of, sums(of), d, &gradients)
      return d.paddedNumbers + gradients.flatMap { $0 }
    }
  }
}
