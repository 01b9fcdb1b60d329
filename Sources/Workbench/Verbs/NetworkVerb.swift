package import Catalogue
package import Language
internal import Networks

/// `network SHAPE`: plans a network, which is built when it meets its data.
package enum NetworkVerb: Verb {
  package static let verb = VerbAbout(
    About(
      name: "network", category: .verb,
      summary: "plans a multilayer perceptron with sparse hidden layers",
      details: """
        The shape gives the widths from the inputs to the classes; `in` and `out` are taken from \
        the data, and `1000*3` is three layers of 1000. The output layer is dense unless \
        `output=sparse`. Nothing is allocated until the network is trained.
        """,
      parameters: NetworkPlan.parameters,
      examples: [
        Example("net = network in-1000*3-out sparse=epsilon(20) activation=srelu dropout=30%"),
        Example("baseline = network 784-300-100-10 sparse=none", "the dense network to beat"),
      ]),
    subject: .shape, result: NetworkObject.kind)

  package static func perform(_ invocation: Invocation, in session: Session) throws -> Value {
    guard case .shape(let items) = invocation.subject else {
      preconditionFailure("the checker lets only a shape through")
    }
    let plan = try NetworkPlan(shape: shape(items), arguments: invocation.arguments)
    return .object(NetworkObject(content: .plan(plan), name: invocation.name))
  }

  /// The most layers of a network; more is a slip.
  static let mostLayers = 1_000

  /// The widths that the items spell out.
  /// - Throws: `WorkbenchError.shape` where there are too few or too many of them, or where `in` or
  ///   `out` stands elsewhere than at its end.
  static func shape(_ items: [ShapeItem]) throws -> Shape {
    var widths: [ShapeItem.Width] = []
    for item in items {
      guard item.count <= mostLayers, widths.count + item.count <= mostLayers else {
        throw WorkbenchError.tooDeep(limit: mostLayers)
      }
      widths += Array(repeating: item.width, count: item.count)
    }
    guard let first = widths.first, let last = widths.last, widths.count >= 2 else {
      throw WorkbenchError.shape("a network has at least an input and an output")
    }
    var hidden: [Int] = []
    for width in widths.dropFirst().dropLast() {
      guard case .neurons(let count) = width else {
        throw WorkbenchError.shape("`in` comes first and `out` last in a shape")
      }
      hidden.append(count)
    }
    if first == .output || last == .input {
      throw WorkbenchError.shape("`in` comes first and `out` last in a shape")
    }
    return Shape(input: neurons(first), hidden: hidden, output: neurons(last))
  }

  private static func neurons(_ width: ShapeItem.Width) -> Int? {
    if case .neurons(let count) = width { count } else { nil }
  }
}
