internal import Reports
internal import Sparse

/// The fields of an event while they are put together.
struct JSONFields {
  private(set) var members: [JSONValue.Member] = []

  /// The object of all fields.
  var json: JSONValue { .object(members) }

  /// Fields in this order.
  init(_ fields: KeyValuePairs<String, JSONValue> = [:]) {
    for (name, value) in fields { self[name] = value }
  }

  /// The value of a field; setting it adds the field at the end.
  subscript(name: String) -> JSONValue? {
    get { members.first { $0.name == name }?.value }
    set { if let newValue { members.append(.init(name, newValue)) } }
  }

  /// Adds what a timing says, in milliseconds: `ms` (the median), `minimum_ms` and `samples`.
  mutating func add(_ timing: Timing) {
    self["ms"] = .number(Self.rounded(timing.median * 1e3))
    self["minimum_ms"] = .number(Self.rounded(timing.minimum * 1e3))
    self["samples"] = .integer(timing.samples.count)
  }

  /// Adds which engine it was.
  mutating func add(_ engine: Engine) {
    self["threads"] = .integer(engine.threads)
    self["instruction_set"] = .text(engine.instructionSet.rawValue)
  }

  /// Six significant digits: more were never measured.
  static func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    var scale = 1.0
    while abs(value) * scale < 1e5 { scale *= 10 }
    while abs(value) * scale >= 1e6 { scale /= 10 }
    return (value * scale).rounded() / scale
  }

  /// A measured number.
  static func measure(_ value: Double) -> JSONValue { .number(rounded(value)) }
}
