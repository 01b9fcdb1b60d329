public import Catalogue

/// When a training ends before its last epoch: the value of `stop=`.
///
/// A criterion sees one accuracy on the validation samples after each epoch, in order, and nothing
/// else: never the test samples, which an accuracy must not have chosen. It is a value whose stored
/// properties are all that it remembers.
public protocol StoppingCriterion: Buildable {
  /// Whether it needs validation samples to judge by.
  static var needsValidation: Bool { get }

  /// Takes in the validation accuracy, 0…1, after the next epoch; true if that was the last one.
  mutating func ends(after accuracy: Double) -> Bool
}

extension StoppingCriterion {
  /// True.
  public static var needsValidation: Bool { true }
}

/// The registered stopping criteria.
public enum StoppingCriteria {
  /// All of them, as help lists them.
  public static let all: [any StoppingCriterion.Type] = [NoEarlyStop.self, Patience.self]

  /// The criterion that a checked call names; absent arguments take their defaults.
  /// - Precondition: the name is registered.
  public static func make(_ call: Call) throws -> any StoppingCriterion {
    for type in all where type.about.name == call.name {
      return try type.init(call.arguments.completed(by: type.about.parameters))
    }
    preconditionFailure("`\(call.name)` is no stopping criterion")
  }
}
