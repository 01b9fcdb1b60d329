import Catalogue
import Language

/// A vocabulary that mirrors the real one, so that checking, completion and help have something to check.
enum Toy {
  static let vocabulary = Vocabulary(
    verbs: verbs, functions: CoreFunctions.abouts + functions, members: members, things: things)

  // MARK: Things

  static let things: [Category: [About]] = [
    .policy: [
      thing("static", .policy, "keeps the connections as they are"),
      thing("set", .policy, "removes the smallest weights", [zeta]),
      thing("codaset", .policy, "adds by cosine similarity", [zeta]),
      thing("codacorset", .policy, "adds and removes by cosine similarity", [zeta, samples]),
    ],
    .sparsity: [
      thing(
        "epsilon", .sparsity, "an Erdős–Rényi start",
        [.required("value", .number(.positive), "connections per neuron")]),
      thing(
        "density", .sparsity, "a share of all connections",
        [.required("value", .fraction(.unit), "the share")]),
      thing("none", .sparsity, "dense"),
    ],
    .activation: [
      thing("relu", .activation, "max(0, x)"), thing("srelu", .activation, "S-shaped"),
      thing(
        "leaky_relu", .activation, "relu with a slope below 0",
        [Parameter("slope", .number(.any), default: 0.01, "the slope below 0")]),
    ],
    .optimizer: [
      thing(
        "sgd", .optimizer, "stochastic gradient descent",
        [Parameter("lr", .number(.positive), default: 0.1, "step")])
    ],
    .dataset: [
      thing(
        "madelon", .dataset, "20 informative features among 500",
        [Parameter("samples", .integer(.from(1)), default: 2000, "how many")]),
      thing(
        "spirals", .dataset, "two spirals in the plane",
        [
          Parameter("samples", .integer(.from(1)), default: 400, "how many"),
          Parameter("noise", .number(.nonNegative), default: 0.1, "their spread"),
        ]),
    ],
    .format: [thing("csv", .format, "values separated by commas")],
    .part: [
      thing("summary", .part, "the run in a few lines"),
      thing("accuracy", .part, "curves of accuracy"),
      thing("degrees", .part, "degrees of the inputs"),
      thing("features", .part, "the features that matter"),
    ],
  ]

  private static let zeta = Parameter(
    "zeta", .fraction(.above(0, upTo: 1)), default: 0.3, "share replaced")
  private static let samples = Parameter.optional(
    "samples", .integer(.from(1)), "samples to look at")

  private static func thing(
    _ name: String, _ category: Category, _ summary: String, _ parameters: [Parameter] = []
  ) -> About {
    About(name: name, category: category, summary: summary, parameters: parameters)
  }

  // MARK: Verbs

  static let trainKeys: [Parameter] = [
    .required("data", .object(["dataset"]), "what to learn"),
    Parameter(
      "policy", .call(.policy), default: .call(Call("set", Arguments(["zeta": 0.3]))),
      "what evolves"),
    Parameter("epochs", .integer(.from(0)), default: 10, "passes over the data"),
    Parameter("batch", .integer(.from(1)), default: 100, "samples per step"),
    Parameter("lr", .number(.positive), default: 0.01, "learning rate"),
    Parameter("momentum", .fraction(.from(0, below: 1)), default: 0.9, "momentum"),
    Parameter(
      "optimizer", .call(.optimizer), default: .call(Call("sgd", Arguments(["lr": 0.1]))),
      "optimizer"),
    Parameter("seed", .integer(.nonNegative), default: 1, "seed"),
    .optional("limit", .duration, "time after which to stop"),
    Parameter("quiet", .logic, default: false, "no progress"),
  ]

  static let dataKeys: [Parameter] = [
    Parameter(
      "format", .either([.choice(["auto"]), .call(.format)]), default: .name("auto"),
      "the file's format"),
    Parameter(
      "label", .either([.choice(["first", "last"]), .integer(.from(1)), .text]),
      default: .name("last"), "column of the labels"),
    .optional("test", .either([.file, .fraction(.unit)]), "test set"),
    Parameter(
      "drop", .list(.either([.text, .integer(.from(1))])), default: .list([]),
      "columns to leave out"),
    Parameter(
      "scale", .choice(["standard", "minmax", "none"]), default: .name("standard"), "scaling"),
    Parameter("seed", .integer(.nonNegative), default: 1, "seed"),
  ]

  static let networkKeys: [Parameter] = [
    Parameter(
      "sparse", .call(.sparsity), default: .call(Call("epsilon", Arguments(["value": 20]))), "start"
    ),
    Parameter("activation", .call(.activation), default: .call(Call("relu")), "activation"),
    Parameter("dropout", .fraction(.from(0, below: 1)), default: 0, "share dropped"),
    Parameter("bias", .logic, default: true, "whether neurons have a bias"),
  ]

  static let verbs: [VerbAbout] = [
    VerbAbout(
      verb("data", "loads or makes data", dataKeys, [Example("mad = data madelon")]),
      subject: .registered(.dataset, orFile: true), result: "dataset"),
    VerbAbout(
      verb("network", "builds a network", networkKeys, [Example("net = network 784-300-10")]),
      subject: .shape,
      result: "network"),
    VerbAbout(
      verb("policy", "names a policy with its keys", []),
      subject: .registered(.policy, orFile: false),
      result: "policy"),
    VerbAbout(
      verb("train", "trains a network", trainKeys), subject: .expression(.object(["network"])),
      result: "run"),
    VerbAbout(
      verb("compare", "trains many and compares", trainKeys),
      subject: .expressions(.object(["network"])), result: "study",
      factors: VerbAbout.Factors(verbs: ["data", "network"], categories: [.policy, .dataset])),
    VerbAbout(
      verb("plan", "says what would be done", [], [Example("plan train net data=mad")]),
      subject: .sentence(verbs: ["train", "compare"])),
    VerbAbout(
      verb(
        "evaluate", "measures a run on data", [.required("data", .object(["dataset"]), "the data")]),
      subject: .expression(.object(["run"])), result: "table"),
    VerbAbout(
      verb(
        "report", "writes a report",
        [.optional("show", .list(.call(.part)), "its parts"), .optional("to", .file, "the file")]),
      subject: .expression(.object(["run", "study", "dataset", "network"])), result: "document"),
    VerbAbout(
      verb(
        "plot", "draws values",
        [
          .optional("to", .file, "the file"), .optional("title", .text, "the title"),
          Parameter("log", .logic, default: false, "logarithmic axis"),
        ]),
      subject: .expression(.either([.list(.number(.any)), .object(["table"])])), result: "figure"),
    VerbAbout(
      verb("describe", "tells about a value", []), subject: .expression(.any), result: "document"),
    VerbAbout(
      verb("save", "writes a network", [.required("to", .file, "the file")]),
      subject: .expression(.object(["run", "network"]))),
    VerbAbout(verb("load", "reads a network", []), subject: .file, result: "run"),
    VerbAbout(verb("print", "prints values", []), subject: .expressions(.any)),
    VerbAbout(verb("warn", "prints values as a warning", []), subject: .expressions(.any)),
    VerbAbout(verb("assert", "ends the program unless true", []), subject: .condition),
    VerbAbout(verb("include", "runs another file", []), subject: .file),
    VerbAbout(
      verb(
        "set", "changes a setting",
        [
          .optional("threads", .integer(.from(1)), "threads"),
          .optional("seed", .integer(.nonNegative), "seed"),
          .optional("data_dir", .file, "where data are"),
        ]), subject: .none),
    VerbAbout(verb("help", "explains a name", []), subject: .name),
  ]

  private static func verb(
    _ name: String, _ summary: String, _ parameters: [Parameter], _ examples: [Example] = []
  ) -> About {
    About(name: name, category: .verb, summary: summary, parameters: parameters, examples: examples)
  }

  // MARK: Functions and members

  static let functions: [FunctionAbout] = [
    FunctionAbout(
      About(
        name: "ara", category: .function, summary: "area under the relative accuracy",
        parameters: [
          .required("run", .object(["run"]), "the run"),
          Parameter("b", .number(.positive), default: 0.5, "weight"),
        ]),
      result: .number(.any)),
    FunctionAbout(
      About(
        name: "degrees", category: .function, summary: "degrees of a layer",
        parameters: [
          .required("run", .object(["run"]), "the run"),
          Parameter("layer", .integer(.from(1)), default: 1, "layer"),
          Parameter("side", .choice(["in", "out"]), default: .name("in"), "which end"),
        ]), result: .list(.integer(.nonNegative))),
  ]

  static let members: [String: [MemberAbout]] = [
    "run": [
      MemberAbout("accuracy", .fraction(.unit), "accuracy at the end"),
      MemberAbout("best_accuracy", .fraction(.unit), "best accuracy"),
      MemberAbout("accuracy_curve", .list(.fraction(.unit)), "accuracy after each epoch"),
      MemberAbout("epochs", .integer(.nonNegative), "epochs done"),
      MemberAbout("network", .object(["network"]), "the trained network"),
      MemberAbout("policy", .call(.policy), "the policy"),
      MemberAbout("completed", .logic, "whether all epochs were done"),
      MemberAbout("digest", .text, "digest of the result"),
    ],
    "study": [
      MemberAbout("best", .object(["run"]), "the best run"),
      MemberAbout("runs", .list(.object(["run"])), "all runs"),
      MemberAbout("table", .object(["table"]), "the table"),
    ],
    "dataset": [MemberAbout("features", .integer(.from(1)), "how many features")],
  ]
}
