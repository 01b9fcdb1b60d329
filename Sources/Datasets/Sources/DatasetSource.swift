public import Catalogue

/// A data set that goes by name: a generator, or files in the data directory.
public protocol DatasetSource: Buildable {
  /// Reads or generates the set, before splitting and scaling.
  /// - Throws: `DataError`.
  func load(_ context: SourceContext) throws -> LabelledTables
}

/// What a named data set may use besides its own parameters.
public struct SourceContext: Sendable {
  /// The seed of everything random in it.
  public let seed: UInt64
  /// The folder that holds the real sets, if any.
  public let dataDirectory: String?

  /// A seed, and the folder of the real sets.
  public init(seed: UInt64, dataDirectory: String? = nil) {
    self.seed = seed
    self.dataDirectory = dataDirectory
  }
}

/// All data sets that go by name.
public enum DatasetSources {
  /// Every registered set: generators, then those read from the data directory.
  public static let all: [any DatasetSource.Type] = [
    MadelonSource.self, SpiralsSource.self, IsoletSource.self, MNISTSource.self,
    FashionMNISTSource.self, HARSource.self, CNAE9Source.self, MicroMassSource.self,
    EpilepsySource.self, COIL100Source.self,
  ]

  /// Builds the set of that name; of `arguments` it takes its own, and defaults where they lack.
  /// - Throws: `DataError` (E0625) for a name that is not registered.
  public static func build(_ name: String, _ arguments: Arguments) throws -> any DatasetSource {
    guard let type = all.first(where: { $0.about.name == name }) else {
      throw DataError.unknown("data set", name, among: all.map { $0.about.name }, key: nil)
    }
    var own: [String: Argument] = [:]
    for parameter in type.about.parameters { own[parameter.name] = arguments[parameter.name] }
    return try type.init(Arguments(of: type.about, own))
  }
}
