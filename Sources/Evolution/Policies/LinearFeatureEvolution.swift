public import Catalogue
internal import Networks

/// `liset`: SET that grows connections from inputs with important linear features.
public struct LinearFeatureEvolution: Policy {
  /// What the catalogue says of it.
  public static let about = About(
    name: "liset", category: .policy,
    summary: "removes as set, adds connections from the inputs that dense skip layers make most of",
    details: """
      While the network is trained, each sparse layer has a dense skip layer beside it, from its inputs \
      straight to the classes, with bias; their scores are added to the network's. A skip layer is \
      left out of a batch with the probability skip_dropout. After every epoch but the last, \
      connections go as with set; as many come, drawn without replacement over the empty cells in \
      proportion to a weight of their input: the sigmoid of gamma and of how much the skip layer \
      takes from it. Then the skip layers are drawn anew, within ±1/(100 √classes), at rest.

      A large gamma makes all inputs alike, as set does; a small one favours few. Tests, saved networks \
      and counts of parameters know the network alone; the report says how many connections \
      training had besides. They cost time and memory in proportion to inputs times classes, and \
      what they learn the network has to learn again: the gain is in the first epochs of very \
      sparse networks.

      With fidelity=code, as in the public notebook: form=multiplicative, sampling=ranked, new \
      weights uniform within ±1/√n_out and a dropout of 50%, whatever is asked. That notebook never \
      really evolves, since its new mask is lost; the paper's tables fit the additive form.
      """,
    formula: """
      w_j = Σ_c |Ŵ_jc|; w̃ = σ(w / max(w) + γ), or σ(γ w / max(w)) if multiplicative; P(cell of input j) \
      ∝ w̃_j, or the largest u·w̃_j with u uniform if ranked
      """,
    paper: "Radu, 35th Twente Student Conference on IT, 2021, Algorithm 1 and Eq. 2",
    parameters: [
      .rewiredShare,
      Parameter(
        "gamma", .number(.between(-1e6, 1e6)), default: 0,
        "how alike the inputs are: the larger, the more"),
      Parameter(
        "form", .choice(SkipGrowth.Form.allCases.map(\.rawValue)), default: .name("additive"),
        "how gamma enters: added to an input's share, or multiplied by it"),
      Parameter(
        "sampling", .choice(SkipGrowth.Sampling.allCases.map(\.rawValue)),
        default: .name("proportional"),
        "whether cells are drawn in proportion, or by rank after a uniform factor"),
      Parameter(
        "skip_dropout", .fraction(.unit), default: 0.5,
        "the probability that a whole skip layer is left out of a batch"),
      NewWeights.parameter, .forbidRemoved,
    ],
    examples: [
      Example(
        "mad = data madelon\nnet = network in-100-out\ntrain net data=mad policy=liset(gamma=1)",
        "grows from important inputs"),
      Example(
        "mad = data madelon\nnet = network in-100-out\n"
          + "train net data=mad policy=liset(regrow=uniform_fan_out) momentum=0",
        "as in the paper"),
    ])

  /// The rules, from the arguments.
  public let rewiring: Rewiring?

  /// The public notebook's.
  public var published: PublishedCode { .liset }

  /// From the arguments of `about`.
  public init(_ arguments: Arguments) throws {
    rewiring = Rewiring(
      removal: TwoTailRemoval(zeta: arguments.number("zeta")),
      growth: SkipGrowth(
        gamma: arguments.number("gamma"),
        form: SkipGrowth.Form(rawValue: arguments.choice("form")) ?? .additive,
        sampling: SkipGrowth.Sampling(rawValue: arguments.choice("sampling")) ?? .proportional,
        forbidRemoved: arguments.logic("forbid_removed"),
        skips: SkipPlan(dropout: arguments.number("skip_dropout"))),
      newWeights: try NewWeights(arguments["regrow"]))
  }
}
