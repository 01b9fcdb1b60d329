import Catalogue
import Datasets
import Testing

@Suite("Registries of data sets")
struct RegistryTests {
  static let abouts: [About] =
    DatasetSources.all.map { $0.about } + DataFormats.all.map { $0.about }
    + ScalingMethods.all.map { $0.about } + Augmentations.all.map { $0.about }

  @Test("every registered thing has its category, a summary, an example and documented keys")
  func records() {
    for about in Self.abouts {
      #expect(!about.summary.isEmpty && about.summary.last != ".", "\(about.name)")
      #expect(!about.examples.isEmpty, "\(about.name)")
      for parameter in about.parameters {
        #expect(!parameter.summary.isEmpty && parameter.summary.last != ".")
        #expect(parameter.standard != nil, "a source's keys have defaults")
      }
    }
    #expect(DatasetSources.all.allSatisfy { $0.about.category == .dataset })
    #expect(DataFormats.all.allSatisfy { $0.about.category == .format })
    #expect(ScalingMethods.all.allSatisfy { $0.about.category == .scaling })
    #expect(Augmentations.all.allSatisfy { $0.about.category == .augmentation })
    for category in [Category.dataset, .format, .scaling, .augmentation] {
      let names = Self.abouts.filter { $0.category == category }.map(\.name)
      #expect(Set(names).count == names.count)
    }
  }

  @Test("a source's keys do not hide keys of the verb")
  func keys() {
    let verb = Set(DataRequest.parameters.map(\.name))
    for source in DatasetSources.all {
      #expect(verb.isDisjoint(with: source.about.parameters.map(\.name)))
    }
    #expect(
      verb == [
        "format", "label", "test", "train_labels", "test_labels", "header", "separator", "drop",
        "binary", "groups", "scale", "validation", "limit", "augment", "seed",
      ])
  }

  @Test("codes are distinct, in the range of files and data, and explained")
  func codes() {
    let codes = DatasetErrorCodes.all
    #expect(Set(codes).count == codes.count)
    for code in codes {
      #expect(code.id.hasPrefix("E06") && code.id.utf8.count == 5)
      #expect(!code.title.isEmpty && !code.explanation.isEmpty)
    }
  }

  @Test("every source generates from its defaults, or says which files it misses")
  func defaults() throws {
    var generated: [String] = []
    for type in DatasetSources.all {
      let name = type.about.name
      do {
        let data = try load(named: name)
        #expect(data.name == name && data.generated)
        #expect(data.scaling.method == "standard")
        generated.append(name)
      } catch let error as DataError {
        #expect(error.code.id.hasPrefix("E06") && error.hint != nil, "\(name)")
      }
    }
    #expect(generated.starts(with: ["madelon", "spirals"]))
  }
}
