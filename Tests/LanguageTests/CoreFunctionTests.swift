import Catalogue
import Language
import Testing

@Suite struct CoreFunctionTests {
  @Test(arguments: CoreFunctions.abouts.map(\.about.name)) func examplesPrintWhatTheySay(
    name: String
  ) throws {
    let about = try #require(Toy.vocabulary.function(name)?.about)
    #expect(!about.summary.isEmpty && !about.examples.isEmpty)
    for example in about.examples {
      let session = ToySession()
      #expect(session.run(example.code) == nil)
      #expect(session.host.output.map { "prints " + $0 } == [example.explanation])
    }
  }

  @Test func namesAreUnique() {
    let names = CoreFunctions.abouts.map(\.about.name)
    #expect(Set(names).count == names.count)
    #expect(
      names == [
        "mean", "median", "sd", "min", "max", "sum", "count", "abs", "sqrt", "log", "exp", "round",
      ])
  }
}
