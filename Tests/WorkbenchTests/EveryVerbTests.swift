import Catalogue
import Testing
import Workbench

/// Every verb takes the keys of the manual, with their defaults.
@Suite struct EveryVerbTests {
  /// The keys of each verb as the manual lists them; nil where absence has a meaning of its own.
  static let manual: [String: [String: String?]] = [
    "data": [
      "format": "auto", "label": "last", "test": nil, "train_labels": nil, "test_labels": nil,
      "header": "auto", "separator": "auto", "drop": "[]", "binary": nil, "groups": nil,
      "scale": "standard", "validation": "0", "limit": nil, "augment": "none", "seed": "1",
    ],
    "network": [
      "sparse": "epsilon(20)", "activation": "relu", "dropout": "0", "init": "he",
      "output": "dense", "bias": "true", "fan": "dense",
    ],
    "policy": [:],
    "train": trainKeys,
    "compare": trainKeys,
    "plan": [:],
    "evaluate": ["data": nil],
    "evolve": ["policy": nil, "steps": "1", "data": nil, "seed": nil],
    "report": ["show": nil, "to": nil],
    "plot": ["to": nil, "title": nil, "log": "false"],
    "describe": [:],
    "save": ["to": nil],
    "load": [:],
    "set": [
      "threads": nil, "seed": nil, "color": nil, "progress": nil, "data_dir": nil,
      "max_memory": nil,
    ],
    "help": [:], "print": [:], "warn": [:], "assert": [:],
    "include": ["when": "true"],
  ]

  private static let trainKeys: [String: String?] = [
    "data": nil, "policy": "set", "epochs": "10", "batch": "100", "lr": "0.01",
    "momentum": "0.9", "weight_decay": "0", "optimizer": "sgd", "evolve_every": "1", "stop": "none",
    "exploration": "false", "seed": "1", "threads": nil, "fidelity": "paper", "quiet": "false",
    "watch": "false",
  ]

  @Test func theVerbsAreThoseOfTheManual() {
    #expect(Set(Words.vocabulary.verbs.map { $0.about.name }) == Set(Self.manual.keys))
  }

  @Test(arguments: manual.keys.sorted()) func theKeysAreThoseOfTheManual(name: String) throws {
    let verb = try #require(Words.vocabulary.verb(name))
    let expected = try #require(Self.manual[name])
    #expect(Set(verb.about.parameters.map(\.name)) == Set(expected.keys))
    for parameter in verb.about.parameters {
      #expect(
        parameter.standard?.description == expected[parameter.name] ?? nil,
        "the default of \(name) \(parameter.name)")
    }
  }

  @Test func onlyWhatCannotBeGuessedIsRequired() {
    let required = Words.vocabulary.verbs.flatMap { verb in
      verb.about.parameters.filter(\.required).map { "\(verb.about.name) \($0.name)" }
    }
    #expect(required == ["train data", "compare data", "save to"])
  }

  @Test func everyVerbOfTheLibraryIsPerformed() {
    for verb in Verbs.all { #expect(Verbs.named(verb.verb.about.name) != nil) }
    #expect(Verbs.all.count + LanguageVerbs.abouts.count == Words.vocabulary.verbs.count)
  }
}
