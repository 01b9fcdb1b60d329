internal import Catalogue

/// What the catalogue says of all policies that compare neurons (Pieterse & Mocanu 2019).
enum CosineFamily {
  /// Their keys.
  static let parameters =
    [.rewiredShare, NewWeights.parameter, .forbidRemoved] + SimilaritySettings.parameters

  /// What `fidelity=code` is to them.
  static let fidelity = """
    With fidelity=code neurons are compared before their activation function and with dropout \
    on, new connections weigh nothing and all velocity is reset after each epoch, as in the \
    authors' program.
    """

  /// Their paper, and where in it.
  static func paper(_ place: String) -> String {
    "Pieterse & Mocanu, Evolving and understanding sparse deep neural networks using cosine "
      + "similarity, 2019, " + place
  }
}
