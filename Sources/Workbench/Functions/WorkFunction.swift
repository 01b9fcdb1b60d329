package import Catalogue
package import Language

/// A function of the workbench: one file each, listed in `Functions.all`.
package protocol WorkFunction: Sendable {
  /// What it says of itself, and the kind of its value.
  static var function: FunctionAbout { get }
  /// Computes it.
  static func call(_ arguments: Arguments, in session: Session) throws -> Value
}

/// The registered functions of networks and runs; those of plain numbers belong to the language.
package enum Functions {
  /// All of them, in the order in which help lists them.
  package static let all: [any WorkFunction.Type] = [
    AccuracyFunction.self, AraFunction.self, ChurnFunction.self, ColumnFunction.self,
    DegreesFunction.self, DensityFunction.self, DistanceFunction.self, ExplorationFunction.self,
    FeaturesFunction.self, PowerLawFunction.self, PredictionsFunction.self, PresentFunction.self,
    PublishedFunction.self, RemovalFunction.self,
  ]

  /// The function of that name, if the workbench computes it.
  package static func named(_ name: String) -> (any WorkFunction.Type)? {
    all.first { $0.function.about.name == name }
  }

  /// The first argument of most functions.
  static let run = Parameter.required("run", .object([RunObject.kind]), "the run")
}

extension Arguments {
  /// The run given as `name`.
  func run(_ name: String = "run") throws -> RunObject {
    try object(name)
  }

  /// The object given as `name`, of the type asked for.
  /// - Throws: `WorkbenchError.notAnObject` where it is another.
  func object<Object: SessionObject>(_ name: String) throws -> Object {
    guard case .object(let given)? = self[name], let object = given as? Object else {
      throw WorkbenchError.notAnObject("value")
    }
    return object
  }
}
