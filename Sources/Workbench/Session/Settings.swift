package import Catalogue

/// What the verb `set` and the option `--set` change: how a session runs, never what it computes,
/// but for the seed.
package struct Settings: Sendable, Equatable {
  /// Threads to compute with, or nil for all cores.
  package var threads: Int?
  /// The seed of statements that give none, or nil for each verb's own default.
  package var seed: UInt64?
  /// When to use colours.
  package var color = "auto"
  /// Whether a training shows its progress on a terminal.
  package var progress = true
  /// Where the original files of known data sets lie.
  package var dataDirectory: String?

  /// The most bytes that a training may take, its data included; nil for what the machine can give.
  package var maxMemory: UInt64?

  /// The settings of a session that nobody has changed.
  package init() {}

  /// The keys of `set`.
  package static let parameters: [Parameter] = [
    .optional(
      "threads", .integer(.between(1, 1024)),
      "threads to compute with, all cores by default; results do not depend on it"),
    .optional(
      "seed", .integer(.between(0, 9_007_199_254_740_992)), "the seed where a statement gives none"),
    .optional("color", .choice(["auto", "always", "never"]), "when to use colours"),
    .optional("progress", .logic, "whether a training shows its progress on a terminal"),
    .optional(
      "data_dir", .file,
      "the folder that holds the original files of known data sets, one folder a set"),
    .optional(
      "max_memory", .text,
      "the most memory that a training may take, its data included, as \"8GB\" or \"500MB\""),
  ]

  /// Takes over the settings that are given.
  package mutating func apply(_ arguments: Arguments) {
    threads = arguments.optionalInteger("threads") ?? threads
    seed = arguments.optionalInteger("seed").map { UInt64($0) } ?? seed
    if arguments.has("color") { color = arguments.choice("color") }
    if arguments.has("progress") { progress = arguments.logic("progress") }
    dataDirectory = arguments.optionalText("data_dir") ?? dataDirectory
    maxMemory = arguments.optionalText("max_memory").flatMap(MemorySize.bytes) ?? maxMemory
  }

  /// Takes over one setting written `key=value`, as on the command line; texts need no quotes there.
  package mutating func set(_ text: String) throws(SettingError) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw SettingError("`\(text)` is not a setting", hint: "write key=value, as in threads=2")
    }
    let key = String(text[..<equals])
    let value = String(text[text.index(after: equals)...])
    guard let parameter = Self.parameters.first(where: { $0.name == key }) else {
      let names = Self.parameters.map(\.name)
      let hint =
        Spelling.nearest(to: key, among: names).map { "did you mean `\($0)`?" }
        ?? "settings are \(names.joined(separator: ", "))"
      throw SettingError("`\(key)` is not a setting", hint: hint)
    }
    guard let argument = Self.argument(value, of: parameter.kind) else {
      throw SettingError("`\(key)` takes \(parameter.kind), not `\(value)`", hint: nil)
    }
    if key == "max_memory", MemorySize.bytes(value) == nil {
      throw SettingError("`\(value)` is no size of memory", hint: Self.sizeHint)
    }
    apply(Arguments([key: argument]))
  }

  /// How a size is written.
  static let sizeHint = "write a number and a unit, as in 8GB or 500MB"

  private static func argument(_ text: String, of kind: Kind) -> Argument? {
    switch kind {
    case .integer(let bounds):
      guard let value = Int(text), bounds.contains(Double(value)) else { return nil }
      return .number(Double(value))
    case .choice(let names): return names.contains(text) ? .name(text) : nil
    case .logic: return Bool(text).map { .logic($0) }
    case .file, .text: return text.isEmpty ? nil : .text(text)
    default: return nil
    }
  }
}

/// A setting that is unknown or has a value it does not take.
package struct SettingError: Error {
  /// What is wrong, in one sentence.
  package let message: String
  /// What to do about it.
  package let hint: String?

  init(_ message: String, hint: String?) {
    self.message = message
    self.hint = hint
  }
}

/// How a session is opened.
package struct SessionOptions: Sendable {
  /// The settings to begin with.
  package var settings = Settings()
  /// Whether shell commands are refused.
  package var safe = false
  /// Whether only what the program prints is shown.
  package var quiet = false

  /// Options as the command has them when nothing is said.
  package init() {}
}
