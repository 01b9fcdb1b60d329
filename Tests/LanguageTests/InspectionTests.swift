import Language
import Testing

@Suite struct InspectionTests {
  let session = ToySession()

  @Test func bindingsShowKindDocumentationAndPlace() {
    session.run("## the learning rate\n## of all runs\nrate = 0.5", input: 7)
    let text = session.interpreter.inspect("rate")?.text
    #expect(
      text == "rate: number\n  the learning rate\n  of all runs\n  0.5\n  bound at input 7:3:1")
  }

  @Test func verbsShowTheirKeys() throws {
    let text = try #require(session.interpreter.inspect("train")?.text)
    #expect(
      text.hasPrefix(
        "train (verb): trains a network\n  train (a network) [key=value …]\n  gives a run\n"))
    #expect(text.contains("  epochs=10  a whole number from 0\n      passes over the data\n"))
    #expect(text.contains("  data=  a dataset, required\n      what to learn\n"))
  }

  @Test func oneNameMayMeanSeveralThings() {
    #expect(session.interpreter.inspect("set")?.sections.count == 2)
    #expect(session.interpreter.inspect("mean")?.text.contains("mean(values, …)") == true)
    #expect(session.interpreter.inspect("seed")?.sections.count ?? 0 > 1)
    #expect(
      session.interpreter.inspect("epochs")?.sections.map(\.title)
        == ["epochs= (key of verb train, compare)"])
    #expect(session.interpreter.inspect("nothing_so_called") == nil)
  }
}
