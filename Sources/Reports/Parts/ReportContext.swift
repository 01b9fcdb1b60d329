public import Datasets

/// What a report says of the circumstances, as far as the caller knows them.
public struct ReportContext: Sendable, Equatable {
  /// The test samples of a run, for parts that try its network again.
  public var test: Samples?
  /// The name to which the subject is bound.
  public var name: String?
  /// The program that made the subject.
  public var script: String?
  /// The version of the program.
  public var version: String?
  /// How many threads computed.
  public var threads: Int?
  /// The instruction set of the kernels.
  public var instructionSet: String?

  /// Circumstances; what is nil is not mentioned.
  public init(
    name: String? = nil, script: String? = nil, version: String? = nil, threads: Int? = nil,
    instructionSet: String? = nil, test: Samples? = nil
  ) {
    self.name = name
    self.script = script
    self.version = version
    self.threads = threads
    self.instructionSet = instructionSet
    self.test = test
  }
}
