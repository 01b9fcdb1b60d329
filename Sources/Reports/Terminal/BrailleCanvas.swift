/// A raster of dots, two by four to a character, by the braille patterns of Unicode.
struct BrailleCanvas {
  /// The size in characters.
  let columns, rows: Int
  private var patterns: [UInt8]
  private var owners: [Int?]

  /// An empty canvas.
  init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    patterns = Array(repeating: 0, count: columns * rows)
    owners = Array(repeating: nil, count: columns * rows)
  }

  /// The size in dots.
  var width: Int { columns * 2 }
  /// The size in dots.
  var height: Int { rows * 4 }

  /// Sets the dot nearest to a place; the character takes the colour of `owner`. Places outside
  /// are moved to the edge.
  mutating func dot(_ x: Double, _ y: Double, owner: Int) {
    set(clamped(x, width), clamped(y, height), owner)
  }

  /// A straight line.
  mutating func line(_ from: Trace.Point, _ to: Trace.Point, owner: Int) {
    let (x0, y0) = (clamped(from.x, width), clamped(from.y, height))
    let (x1, y1) = (clamped(to.x, width), clamped(to.y, height))
    let steps = max(abs(x1 - x0), abs(y1 - y0))
    guard steps > 0 else { return set(x0, y0, owner) }
    for step in 0...steps {
      // Rounded in whole numbers: the same dots on every machine.
      let x = x0 + ((x1 - x0) * step * 2 + steps * (x1 < x0 ? -1 : 1)) / (2 * steps)
      let y = y0 + ((y1 - y0) * step * 2 + steps * (y1 < y0 ? -1 : 1)) / (2 * steps)
      set(x, y, owner)
    }
  }

  /// A filled box, at least one dot wide and high.
  mutating func fill(_ bar: Trace.Bar, owner: Int) {
    let left = clamped(bar.left, width)
    let right = max(clamped(bar.right - 1, width), left)
    let top = clamped(bar.top, height)
    let bottom = max(clamped(bar.bottom - 1, height), top)
    for y in top...bottom { for x in left...right { set(x, y, owner) } }
  }

  /// One row of characters, in runs of one colour.
  func row(_ row: Int) -> [(text: String, owner: Int?)] {
    var runs: [(text: String, owner: Int?)] = []
    for cell in row * columns..<(row + 1) * columns {
      let empty = patterns[cell] == 0
      let symbol = empty ? " " : String(UnicodeScalar(0x2800 + UInt32(patterns[cell])) ?? " ")
      if let last = runs.last, last.owner == owners[cell] || empty {
        runs[runs.count - 1].text += symbol
      } else {
        runs.append((symbol, owners[cell]))
      }
    }
    return runs
  }

  private func clamped(_ place: Double, _ size: Int) -> Int {
    min(max(Int(min(max(place, -1), Double(size)).rounded(.down)), 0), size - 1)
  }

  private mutating func set(_ x: Int, _ y: Int, _ owner: Int) {
    /// Bits of the dots of a character, by row and column.
    let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    let cell = y / 4 * columns + x / 2
    patterns[cell] |= bits[y % 4][x % 2]
    owners[cell] = owner
  }
}
