/// Where in a neuron its activation is looked at.
public enum ActivationStage: String, Sendable, CaseIterable {
  /// As the neuron passes it on, after its activation function.
  case post
  /// Its weighted sum with bias, before its activation function.
  case pre
}
