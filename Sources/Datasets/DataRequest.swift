public import Catalogue

/// What the verb `data` asks for: a subject and its keys.
public struct DataRequest: Sendable {
  /// What to load.
  public enum Subject: Sendable, Equatable {
    /// A registered data set.
    case named(String)
    /// A file or folder; a path that does not start with `/` counts from the base folder.
    case file(String)
  }

  /// The keys of the verb `data`; a registered set adds the parameters of its own.
  public static let parameters: [Parameter] = [
    Parameter(
      "format", .call(.format), default: .call(Call("auto")),
      "the file's format; `auto` looks at its name and first bytes"),
    Parameter(
      "label", .either([.choice(["last", "first"]), .integer(.from(1)), .text]),
      default: .name("last"), "the column that holds the class: its place, number or name"),
    .optional(
      "test",
      .either([
        .file,
        .fraction(
          Bounds(
            lower: .init(0, included: false), upper: .init(1, included: false))),
      ]),
      "the samples to test on: a file, or a share of the samples (20% where nothing is given)"),
    .optional("train_labels", .file, "the file with the labels of the training samples"),
    .optional("test_labels", .file, "the file with the labels of the test samples"),
    Parameter(
      "header", .either([.choice(["auto"]), .logic]), default: .name("auto"),
      "whether the first row names the columns"),
    Parameter(
      "separator",
      .either([.choice(["auto", "comma", "tab", "semicolon", "space"]), .text]),
      default: .name("auto"), "what stands between two values"),
    Parameter(
      "drop", .list(.either([.integer(.from(1)), .text])), default: .list([]),
      "columns to leave out, by number or name"),
    .optional(
      "binary", .either([.number(.any), .text]), "makes two classes: that label against the rest"),
    .optional(
      "groups", .list(.either([.number(.any), .text, .list(.either([.number(.any), .text]))])),
      "the classes to learn, each a label or a list of labels to take as one; samples with other labels are left out"
    ),
    Parameter(
      "scale", .call(.scaling), default: .call(Call("standard")),
      "how features are scaled; fitted on the training samples alone, with `augment=` also as changed once"
    ),
    Parameter(
      "validation", .fraction(.from(0, below: 1)), default: 0,
      "the share of the training samples to hold out for validation"),
    .optional(
      "limit", .integer(.from(2)),
      "how many training samples to keep, drawn class by class after the splits"),
    Parameter(
      "augment", .call(.augmentation), default: .call(Call("none")),
      "how training images are changed anew each epoch"),
    Parameter(
      "seed", .integer(.between(0, 9_007_199_254_740_991)), default: 1,
      "the seed of generators, splits and draws"),
  ]

  /// What to load.
  public let subject: Subject
  /// The verb's keys and, for a registered set, its own; complete.
  public let arguments: Arguments
  /// The folder that holds the real sets, as the process sees it; nil for the one that the
  /// environment variable SPARSESH_DATA names, if any.
  public let dataDirectory: String?
  /// The folder from which relative paths of files count.
  public let baseDirectory: String

  /// A request for `subject`. Keys that `arguments` lack get their defaults.
  public init(
    subject: Subject, arguments: Arguments = Arguments(), dataDirectory: String? = nil,
    relativeTo baseDirectory: String = "."
  ) {
    var complete = arguments
    for parameter in Self.parameters where !complete.has(parameter.name) {
      complete[parameter.name] = parameter.standard
    }
    self.subject = subject
    self.arguments = complete
    self.dataDirectory = dataDirectory
    self.baseDirectory = baseDirectory
  }

  /// Loads, encodes, splits and scales the data set.
  /// - Throws: `DataError`, with the key, or the file, line and column it is about.
  public func load() throws -> Dataset {
    let (tables, name) = try read()
    return try Preparation(arguments, seed: seed).dataset(from: tables, name: name)
  }

  var seed: UInt64 { UInt64(arguments.integer("seed")) }
}
