/// The kernel's logo: three layers of neurons, of whose connections most are not there.
enum KernelLogo {
  /// The drawing.
  static let svg: String = {
    let (left, middle, right) = (14, 32, 50)
    let neurons = [left: [14, 32, 50], middle: [8, 24, 40, 56], right: [22, 42]]
    let connections = [
      (left, 14, middle, 8), (left, 32, middle, 24), (left, 32, middle, 40),
      (left, 50, middle, 40), (left, 50, middle, 56), (middle, 8, right, 22),
      (middle, 40, right, 22), (middle, 56, right, 42),
    ]
    let lines = connections.map {
      "<line x1=\"\($0.0)\" y1=\"\($0.1)\" x2=\"\($0.2)\" y2=\"\($0.3)\"/>"
    }
    let dots = neurons.sorted { $0.key < $1.key }.flatMap { x, ys in
      ys.map { "<circle cx=\"\(x)\" cy=\"\($0)\" r=\"4.5\"/>" }
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" aria-label="sparsesh">
      <rect width="64" height="64" rx="12" fill="#14324a"/>
      <g stroke="#f2a541" stroke-width="2.2" stroke-linecap="round">
      \(lines.joined(separator: "\n"))
      </g>
      <g fill="#ffffff">
      \(dots.joined(separator: "\n"))
      </g>
      </svg>

      """
  }()
}
