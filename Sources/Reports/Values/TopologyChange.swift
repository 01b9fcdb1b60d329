/// A sparse layer before and after its connections were moved: which stayed, went and came.
public struct TopologyChange: Sendable, Equatable {
  /// A connection from an input to an output neuron, both counted from 0.
  public struct Connection: Sendable, Equatable {
    /// The input neuron.
    public let row: Int
    /// The output neuron.
    public let column: Int
    /// What it weighs, or weighed.
    public let weight: Double
    /// Why it stayed, went or came, in a few words; empty where nothing is known.
    public let reason: String

    /// A connection and why it stayed, went or came.
    public init(row: Int, column: Int, weight: Double, reason: String = "") {
      (self.row, self.column, self.weight, self.reason) = (row, column, weight, reason)
    }
  }

  /// The caption.
  public let title: String
  /// How many input neurons there are, drawn from top to bottom.
  public let rows: Int
  /// How many output neurons there are, drawn from left to right.
  public let columns: Int
  /// What stayed.
  public let kept: [Connection]
  /// What went.
  public let removed: [Connection]
  /// What came. A cell whose connection went may be among them.
  public let added: [Connection]

  /// A layer of so many input and output neurons.
  /// - Precondition: every connection lies within it.
  public init(
    title: String, rows: Int, columns: Int, kept: [Connection], removed: [Connection],
    added: [Connection]
  ) {
    let all = [kept, removed, added].joined()
    precondition(all.allSatisfy { 0..<rows ~= $0.row && 0..<columns ~= $0.column })
    (self.title, self.rows, self.columns) = (title, rows, columns)
    (self.kept, self.removed, self.added) = (kept, removed, added)
  }

  /// What is shown, for those who cannot see it.
  var description: String {
    func listed(_ connections: [Connection], _ verb: String) -> String {
      let named = connections.prefix(12).map { "\($0.row) to \($0.column)" }
      let more = connections.count > named.count ? " and others" : ""
      let names = named.isEmpty ? "" : ": " + named.joined(separator: ", ") + more
      return "\(connections.count) \(verb)\(names)."
    }
    return "A layer of \(rows) inputs and \(columns) outputs before and after. \(kept.count) "
      + "connections stay. \(listed(removed, "go")) \(listed(added, "come"))"
  }
}

extension TopologyChange.Connection {
  /// The connection in words: `input 1 → output 2, weight -0.46`, and why, where that is known.
  func sentence(_ what: String) -> String {
    "input \(row) → output \(column) \(what), weight \(Cell.number(weight).reading)"
      + (reason.isEmpty ? "" : "; " + reason)
  }
}
