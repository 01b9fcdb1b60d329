import Catalogue
import Language

/// A host that notes what it is asked for, and makes toys.
final class ToyHost: Host {
  private(set) var invocations: [Invocation] = []
  private(set) var output: [String] = []
  private(set) var warnings: [String] = []
  private(set) var results: [StatementResult] = []
  /// Files that can be included, by name.
  var files: [String: String] = [:]
  /// What a verb shall throw, by its name.
  var failures: [String: any Error] = [:]
  var isInterrupted = false

  func perform(_ invocation: Invocation) throws -> Value {
    invocations.append(invocation)
    let verb = invocation.verb
    if let failure = failures[verb.about.name] { throw failure }
    if verb.about.name == "policy", case .thing(let call) = invocation.subject {
      let arguments = call.arguments.names.compactMap { name in
        call.arguments[name].map {
          CallValue.Argument(name: name, value: .number(Double($0.description) ?? 0))
        }
      }
      return .call(CallValue(call.name, category: .policy, arguments: arguments))
    }
    return verb.result.map { .object(Self.toy($0)) } ?? .nothing
  }

  func call(_ function: FunctionAbout, _ arguments: Arguments) throws -> Value {
    if let failure = failures[function.about.name] { throw failure }
    return function.about.name == "ara"
      ? .number(arguments.number("b") / 2) : .list([.number(3), .number(1)])
  }

  func loadInclude(_ path: String, from source: Source) throws -> Source {
    guard let text = files[path] else { throw ToyError(place: .subject) }
    return Source(name: path, text: text)
  }

  func output(_ text: String) { output.append(text) }
  func warning(_ text: String) { warnings.append(text) }
  func result(_ result: StatementResult) { results.append(result) }

  private static func toy(_ kind: String) -> ToyObject {
    var toy = ToyObject(kind: kind)
    switch kind {
    case "run":
      toy.members = [
        "accuracy": .number(0.9), "epochs": .number(10), "completed": .logic(true),
        "accuracy_curve": .list([.number(0.5), .number(0.75), .number(0.9)]),
        "policy": .object(ToyObject(kind: "policy", name: "codacorset")),
      ]
    case "study":
      toy.members = ["best": .object(Self.toy("run")), "runs": .list([.object(Self.toy("run"))])]
    case "dataset": toy.members = ["features": .number(500)]
    default: break
    }
    return toy
  }
}
