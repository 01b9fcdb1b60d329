package import Catalogue
package import Language

/// `policy NAME`: an evolution policy as a value of its own.
package enum PolicyVerb: Verb {
  package static let verb = VerbAbout(
    About(
      name: "policy", category: .verb,
      summary: "names an evolution policy, with its keys",
      details: "The same as writing the call: `policy=set(zeta=20%)`.",
      examples: [
        Example(
          "gentle = policy set zeta=10%\nspirals = data spirals\nnet = network in-32-out\n"
            + "first = train net data=spirals policy=gentle",
          "a policy under a name of its own")
      ]),
    subject: .registered(.policy, orFile: false), result: PolicyObject.kind)

  package static func perform(_ invocation: Invocation, in session: Session) throws -> Value {
    guard case .thing(let call) = invocation.subject else {
      preconditionFailure("the checker lets only a policy through")
    }
    return .object(PolicyObject(policy: call))
  }
}
