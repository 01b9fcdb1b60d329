import Catalogue
import Testing

@Suite struct ArgumentsTests {
  let about = About(
    name: "set", category: .policy, summary: "moves the weakest connections",
    parameters: [
      Parameter("zeta", .fraction(.from(0, below: 1)), default: 0.3, "share removed"),
      Parameter("regrow", .choice(["init", "zeros"]), default: .name("init"), "new weights"),
      .optional("stop", .integer(.from(1)), "last epoch"),
    ])

  @Test func `defaults fill what was not given, and what was given stands`() {
    let arguments = Arguments(of: about, ["zeta": 0.2])
    #expect(arguments.number("zeta") == 0.2)
    #expect(arguments.choice("regrow") == "init")
    #expect(arguments.optionalInteger("stop") == nil)
    #expect(arguments.names == ["regrow", "zeta"])
  }

  @Test func `a call reads as a script would write it`() {
    #expect(Call("set", Arguments(of: about)).description == "set(regrow=init, zeta=0.3)")
    #expect(Call("static").description == "static")
  }

  @Test func `asking for what is not there is our mistake`() async {
    await #expect(processExitsWith: .failure) { _ = Arguments().number("zeta") }
  }

  @Test func `kinds are said in a user's words`() {
    #expect(Kind.call(.activation).description == "an activation")
    #expect(
      Kind.either([.choice(["first", "last"]), .integer(.from(1)), .text]).description
        == "first or last, a whole number from 1 or a text")
    #expect(Kind.fraction(.unit).description == "a fraction from 0% to 100%")
  }
}
