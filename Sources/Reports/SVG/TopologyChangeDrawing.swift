internal import Catalogue

/// The SVG marks of a layer before and after its connections were moved, side by side. What goes and
/// comes is told by sign and colour; pointing at a connection tells why.
struct TopologyChangeDrawing {
  private static let mostHeight = 560.0
  private static let largestCell = 36.0
  private static let top = 70.0
  private static let gap = 36.0

  private let change: TopologyChange
  let number: Int
  private let margin: Double
  private let cell: Double

  init(_ change: TopologyChange, number: Int) {
    (self.change, self.number) = (change, number)
    margin = 22 + 8 * Double(String(max(change.rows - 1, 0)).count)
    let room = (ChartDrawing.width - 2 * margin - Self.gap - 12) / 2
    cell = min(
      room / Double(max(change.columns, 1)), Self.mostHeight / Double(max(change.rows, 1)),
      Self.largestCell)
  }

  private var side: (width: Double, height: Double) {
    (max(cell * Double(change.columns), 1), max(cell * Double(change.rows), 1))
  }

  var height: Double { Self.top + side.height + 40 }

  var marks: String {
    // The second side stands clear of the first one's head, however narrow that is.
    let second = margin + max(side.width, 80) + Self.gap + margin
    return [
      panel("before", at: margin, change.removed, .removed),
      panel("after", at: second, change.added, .added), fates,
    ].joined(separator: "\n")
  }

  private func panel(
    _ name: String, at left: Double, _ changes: [TopologyChange.Connection], _ fate: Fate
  ) -> String {
    let place = "translate(\(Markup.length(left)) \(Markup.length(Self.top)))"
    return """
      \(Markup.text(left, 18, name, "caption"))
      \(numbers(left))
      \(grid(left))
      <g transform="\(place) scale(\(NumberText.fixed(cell, 4)))">
      \(group(change.kept, .kept))
      \(group(changes, fate))
      </g>
      """
  }

  /// The lines between the cells.
  private func grid(_ left: Double) -> String {
    func length(_ cells: Int) -> String { Markup.length(Double(cells) * cell) }
    let rows = (0...change.rows).map { row in
      "M\(Markup.length(left)) \(Markup.length(Self.top + Double(row) * cell))"
        + "h\(length(change.columns))"
    }
    let columns = (0...change.columns).map { column in
      "M\(Markup.length(left + Double(column) * cell)) \(Markup.length(Self.top))"
        + "v\(length(change.rows))"
    }
    return "<path class=\"frame\" d=\"\((rows + columns).joined())\"/>"
  }

  private func group(_ connections: [TopologyChange.Connection], _ fate: Fate) -> String {
    let boxes = connections.map { connection in
      "<path transform=\"translate(\(connection.column).5 \(connection.row).5)\" "
        + "d=\"\(fate.outline)\"><title>\(Markup.escaped(connection.sentence(fate.verb)))</title></path>"
    }
    return "<g \(fate.look)>\n\(boxes.joined(separator: "\n"))\n</g>"
  }

  /// The numbers of inputs and outputs, so many that they do not meet.
  private func numbers(_ left: Double) -> String {
    let step = max(Int((14 / max(cell, 0.01)).rounded(.up)), 1)
    let wide = max(Int((22 / max(cell, 0.01)).rounded(.up)), 1)
    let rows = stride(from: 0, to: change.rows, by: step).map { row in
      Markup.text(
        left - 6, Self.top + (Double(row) + 0.5) * cell + 4.5, String(row), anchor: "end")
    }
    let columns = stride(from: 0, to: change.columns, by: wide).map { column in
      Markup.text(
        left + (Double(column) + 0.5) * cell, Self.top - 6, String(column), anchor: "middle")
    }
    let label = Markup.text(left - margin + 4, 43, "input ↓ output →")
    return ([label] + rows + columns).joined(separator: "\n")
  }

  /// What the marks mean.
  private var fates: String {
    let y = Self.top + side.height + 24
    return [Fate.kept, .removed, .added].enumerated().map { index, fate in
      let x = margin + Double(index) * 90
      let place = "translate(\(Markup.length(x + 8)) \(Markup.length(y - 4))) scale(18)"
      return "<g \(fate.look) transform=\"\(place)\"><path d=\"\(fate.outline)\"/></g>"
        + Markup.text(x + 22, y, fate.verb)
    }.joined(separator: "\n")
  }
}

/// What becomes of a connection, and how that looks: the sign is cut out of the box, so that it has the
/// colour of whatever page is behind.
private enum Fate {
  case kept, removed, added

  var verb: String {
    switch self {
    case .kept: "stays"
    case .removed: "goes"
    case .added: "comes"
    }
  }

  /// The attributes that give a group its colour.
  var look: String {
    let series =
      switch self {
      case .kept: 0
      case .removed: 1
      case .added: 2
      }
    return "class=\"s\(series)\" style=\"fill:var(--c);fill-rule:evenodd\""
  }

  /// A box in a cell that is one wide, around its middle.
  var outline: String {
    let box = "M-.42 -.42h.84v.84h-.84z"
    switch self {
    case .kept: return box
    case .removed: return box + "M-.26 -.07v.14h.52v-.14z"
    case .added:
      return box + "M-.07 -.26v.19h-.19v.14h.19v.19h.14v-.19h.19v-.14h-.19v-.19z"
    }
  }
}

extension TopologyChangeDrawing: StandaloneDrawing {
  static let kind = "a layer before and after"
  var title: String { change.title }
  var description: String { change.description }
}
