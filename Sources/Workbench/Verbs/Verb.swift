package import Catalogue
package import Language

/// A verb of the workbench: one file each, listed in `Verbs.all`.
package protocol Verb: Sendable {
  /// What it says of itself, what may follow it, and what it makes.
  static var verb: VerbAbout { get }
  /// Does it.
  static func perform(_ invocation: Invocation, in session: Session) throws -> Value
}

/// The registered verbs.
package enum Verbs {
  /// All that the workbench performs, in the order in which help lists them.
  package static let all: [any Verb.Type] = [
    DataVerb.self, NetworkVerb.self, PolicyVerb.self, TrainVerb.self, CompareVerb.self,
    PlanVerb.self, EvaluateVerb.self, EvolveVerb.self, ReportVerb.self, PlotVerb.self,
    DescribeVerb.self, SaveVerb.self, LoadVerb.self, SetVerb.self, HelpVerb.self,
  ]

  /// The verb of that name, if the workbench performs it.
  package static func named(_ name: String) -> (any Verb.Type)? {
    all.first { $0.verb.about.name == name }
  }
}
