package import Catalogue
internal import Datasets
package import Language
internal import Networks
internal import Training

/// `train NETWORK data=DATASET`: trains a network while its policy evolves it.
package enum TrainVerb: Verb {
  /// The key for the data, which comes on top of the settings of a training.
  static let data = Parameter.required(
    "data", .object([DatasetObject.kind]), "the data set to train and test on")

  package static let verb = VerbAbout(
    About(
      name: "train", category: .verb,
      summary: "trains a network while its policy moves its connections",
      details: """
        Every epoch sees all training samples once, in an order drawn anew, and then tests the \
        network, on the validation samples too where the data holds some out. The policy says when \
        connections are removed and added: after every epoch but the last, or every `evolve_every` \
        of them; with `rigl` at every so many steps within epochs, until a share of all is done. \
        `stop=` ends training early by the validation accuracy; the network is that of the last \
        epoch trained. Ctrl-C stops at the next batch and keeps the run.
        """,
      parameters: [data] + TrainingSettings.parameters,
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-64*2-out sparse=density(20%)\n"
            + "first = train net data=spirals policy=set(zeta=30%) epochs=20 lr=0.1 seed=1"),
        Example(
          "spirals = data spirals validation=20%\nnet = network in-64*2-out\n"
            + "first = train net data=spirals epochs=100 lr=0.1 stop=patience(10)",
          "an early stop by the samples that `validation=` holds out"),
      ]),
    subject: .expression(.object([NetworkObject.kind])), result: RunObject.kind)

  package static func perform(_ invocation: Invocation, in session: Session) throws -> Value {
    let plan = try invocation.networkPlan()
    let data = try invocation.dataset("data")
    var arguments = invocation.arguments
    session.complete(&arguments, given: invocation.given)
    let run = try session.train(
      plan, on: data.dataset, arguments, named: invocation.name ?? "_",
      quietly: arguments.logic("quiet"))
    let object = RunObject(
      run: run, data: data, name: invocation.name, statement: invocation.span.text)
    if let failure = run.failure {
      // What was learnt up to here stays within reach of whoever wants to see why it failed.
      session.keep(.object(object), kind: .object([RunObject.kind]), for: invocation)
      throw failure
    }
    return .object(object)
  }
}
