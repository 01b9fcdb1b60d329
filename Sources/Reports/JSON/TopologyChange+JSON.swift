extension TopologyChange {
  /// The change for programs: the layer's sides, and every connection that stayed, went or came.
  public var json: JSONValue {
    [
      "kind": "topology change", "title": .text(title), "inputs": .integer(rows),
      "outputs": .integer(columns), "kept": .array(kept.map(\.json)),
      "removed": .array(removed.map(\.json)), "added": .array(added.map(\.json)),
    ]
  }
}

extension TopologyChange.Connection {
  fileprivate var json: JSONValue {
    [
      "input": .integer(row), "output": .integer(column), "weight": .number(weight),
      "reason": .text(reason),
    ]
  }
}
