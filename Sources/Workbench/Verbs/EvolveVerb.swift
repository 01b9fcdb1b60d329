package import Catalogue
package import Language
internal import Datasets
internal import Evolution
internal import Networks
internal import Sparse
internal import Training

/// `evolve NETWORK|RUN policy=POLICY`: shows what a policy removes and adds, and why.
package enum EvolveVerb: Verb {
  package static let verb = VerbAbout(
    About(
      name: "evolve", category: .verb,
      summary: "applies a policy to a small network, step by step, and shows what it does and why",
      details: """
        Each step removes and adds connections as an evolution in training does, and nothing is \
        trained in between; of a run the first step is what its policy would do next. The pictures show each small sparse layer before and after, inputs from top to \
        bottom. Below them stand the connections in order of the \
        score that the policy judges them by, neurons counted from 0; C is the cosine similarity of two neurons. What goes has a score nearer to zero than its threshold, \
        the nearest that stayed in its tail; what comes by its score needed the threshold at least, and \
        what chance chose has a probability. As a value it is the table of all that went or came, which `column` and a `.csv` file give. The network itself stays as it was. `rigl` goes by the \
        first 100 samples, as at the start of a training; with `liset` the skip layers are those of \
        the run, or drawn anew.
        """,
      parameters: [
        .optional(
          "policy", .call(.policy), "the policy; that of the run, or `set`, if not given"),
        Parameter("steps", .integer(.between(1, 100)), default: 1, "how often it is applied"),
        .optional(
          "data", .object([DatasetObject.kind]),
          "the data, for policies that look at samples and networks that take a width from them; "
            + "that of the run if not given"),
        .optional(
          "seed", .integer(.between(0, 0x1p53)),
          "fixes everything that is drawn at random; that of the run, or 1, if not given"),
      ],
      examples: [
        Example(
          "net = network 6-5-3 sparse=density(40%)\nevolve net policy=set", "no data are needed"),
        Example(
          "spirals = data spirals\nnet = network in-8-4-out sparse=density(50%)\n"
            + "first = train net data=spirals epochs=5\n"
            + "evolve first policy=codacorset(zeta=20%) steps=2", "on a trained network"),
      ]),
    subject: .expression(.object([RunObject.kind, NetworkObject.kind])), result: TableObject.kind)

  package static func perform(_ invocation: Invocation, in session: Session) throws -> Value {
    var arguments = invocation.arguments
    session.complete(&arguments, given: invocation.given)
    let given = arguments.has("data") ? try invocation.dataset("data").dataset : nil
    let object = try invocation.subjectObject()
    let run = (object as? RunObject)?.run
    let seed = arguments.optionalInteger("seed").map { UInt64($0) } ?? run?.seed ?? 1
    let count = arguments.integer("steps")
    let call =
      arguments.has("policy") ? arguments.call("policy") : run?.settings.policyCall ?? Call("set")
    let policy = try Policies.make(call)
    var (network, samples) = try subject(object, given, seed: seed) { plan, inputs, classes in
      try PolicySteps.check(count, of: plan.layers(inputs: inputs, classes: classes))
      if let most = session.settings.maxMemory {
        try MemoryBound.limit(most).check(
          plan.memory(inputs: inputs, classes: classes, batch: 1))
      }
    }
    let steps = try session.interruption.reaching { cancellation in
      try PolicySteps(
        policy: policy, samples: samples, seed: seed, after: run?.epochs ?? 0,
        fidelity: run?.settings.fidelity ?? .paper
      ).take(
        count, on: &network, skips: policy.skips.flatMap { _ in run?.skips },
        engine: session.engine(), cancellation: cancellation)
    }
    guard steps.count == count else { throw WorkbenchError.stopped }
    let picture = EvolutionPicture(policy: call.description, steps: steps)
    return .object(TableObject(table: picture.table, picture: picture.blocks))
  }

  /// The network to evolve, and the training samples as it knows them, where there are data. A plan is
  /// checked before it is built.
  private static func subject(
    _ object: any SessionObject, _ given: Dataset?, seed: UInt64,
    check: (NetworkPlan, _ inputs: Int, _ classes: Int) throws -> Void
  ) throws -> (Network, Samples?) {
    if let network = object as? NetworkObject, case .plan(let plan) = network.content {
      guard let inputs = given?.width ?? plan.shape.input,
        let classes = given?.classes ?? plan.shape.output
      else { throw WorkbenchError.noWidths }
      try check(plan, inputs, classes)
      return (try plan.build(inputs: inputs, classes: classes, seed: seed), given?.train)
    }
    let data = given ?? (object as? RunObject)?.data.dataset
    let saved: SavedNetwork
    switch object {
    case let object as RunObject: saved = SavedNetwork(object.run)
    case let object as NetworkObject: saved = try object.saved()
    default: throw WorkbenchError.notAnObject(object.kind)
    }
    return (saved.network, try data.map { try saved.ownSamples($0.train, of: $0) })
  }
}
