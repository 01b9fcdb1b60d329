import Catalogue
import Evolution
import Language
import Testing
import Workbench

/// Every key of every policy refuses what it cannot take, with a code, before anything runs.
@Suite struct EveryPolicyArgumentTests {
  static let names = Policies.all.map { $0.about.name }

  private func codes(_ policy: String) -> [String] {
    let session = Session(SessionOptions()) { _ in }
    let text =
      "spirals = data spirals\nnet = network in-10-out\ntrain net data=spirals policy=\(policy)"
    return session.check(Source(name: "bad", text: text)).diagnostics.map(\.code.id)
  }

  /// Values that a key of that kind cannot take.
  private func bad(_ kind: Kind) -> [String] {
    switch kind {
    case .fraction: ["30", "-1%", "\"much\"", "nonsense", "[1, 2]"]
    case .number: ["\"much\"", "[1, 2]", "nonsense"]
    case .integer: ["1.5", "0", "1e300", "\"much\"", "nonsense"]
    case .logic: ["1", "\"yes\"", "nonsense"]
    case .choice: ["nonsense", "\"text\"", "-1"]
    case .either(let kinds):
      kinds.map { Set(bad($0)) }.reduce(Set(bad(kinds[0]))) { $0.intersection($1) }.sorted()
    case .call: ["nonsense", "1", "\"text\""]
    default: []
    }
  }

  @Test(arguments: names) func whatAKeyCannotTakeIsRefused(name: String) throws {
    #expect(codes(name).isEmpty)
    let about = try #require(Policies.all.first { $0.about.name == name }?.about)
    for parameter in about.parameters {
      let values = bad(parameter.kind)
      #expect(!values.isEmpty, "no bad value for \(parameter.name): add one for its kind")
      for value in values {
        let found = codes("\(name)(\(parameter.name)=\(value))")
        #expect(
          !found.isEmpty && found.allSatisfy { $0.hasPrefix("E02") || $0.hasPrefix("E04") },
          "\(name)(\(parameter.name)=\(value)): \(found)")
      }
    }
    for call in ["\(name)(nonsense=1)", "\(name)(zeta=10%, zeta=20%)", "\(name)x"] {
      #expect(!codes(call).isEmpty, "\(call)")
    }
  }
}
