import Catalogue
import Datasets
import Networks
import Reports
import Testing
import Training

/// Every part on every kind of result.
struct EveryReportPartTests {
  @Test func namesAreUniqueAndSaidInFull() {
    let names = ReportParts.all.map { $0.about.name }
    #expect(Set(names).count == names.count)
    for part in ReportParts.all {
      #expect(part.about.category == .part)
      #expect(!part.about.summary.isEmpty && !part.about.summary.hasSuffix("."))
      #expect(!part.about.examples.isEmpty && !part.kinds.isEmpty)
    }
  }

  @Test func everyKindHasParts() {
    for kind in SubjectKind.allCases { #expect(!ReportParts.names(for: kind).isEmpty, "\(kind)") }
    #expect(ReportParts.names(for: .study) == ["comparison", "significance", "accuracy"])
    #expect(ReportParts.names(for: .dataset) == ["summary", "features", "classes"])
  }

  @Test(arguments: ReportParts.all.map { $0.about.name })
  func aPartFitsOrSaysWhatDoes(name: String) throws {
    let part = try #require(ReportParts.all.first { $0.about.name == name })
    for subject in try SampleSubjects.all() {
      if part.kinds.contains(subject.kind) {
        let blocks = try part.blocks(for: subject, in: ReportContext())
        guard case .heading? = blocks.first else {
          Issue.record("\(name) begins without a heading")
          continue
        }
        #expect(blocks.count > 1)
        let document = Document(title: "t", blocks: blocks)
        for format in DocumentFormat.allCases
        where format != .svg || document.blocks.contains(where: \.isDrawing) {
          #expect(!(try format.renderer.render(document)).isEmpty)
        }
      } else {
        let expected = ReportError.partDoesNotFit(
          part: name, kind: subject.kind.rawValue, fitting: ReportParts.names(for: subject.kind))
        #expect(throws: expected) { try part.blocks(for: subject, in: ReportContext()) }
        #expect(expected.hint?.contains(ReportParts.names(for: subject.kind)[0]) == true)
        #expect(expected.place == .key("show"))
      }
    }
  }

  @Test func unknownPartsAreRefusedWithTheNearest() throws {
    let subject = Subject.dataset(SampleSubjects.dataset)
    let error = try #require(throws: ReportError.self) {
      try ReportParts.document(on: subject, parts: ["clases"])
    }
    #expect(error.code.id == "E0561")
    #expect(error.hint == "did you mean `classes`?")
  }

  @Test func partsStandInTheOrderAskedFor() throws {
    let document = try ReportParts.document(
      on: .dataset(SampleSubjects.dataset), parts: ["classes", "summary"],
      in: ReportContext(name: "mad"))
    let headings = document.blocks.compactMap {
      if case .heading(let text) = $0 { text } else { nil }
    }
    #expect(headings == ["Classes", "Summary"])
    #expect(document.title == "mad: data set small")
  }
}
