package import Catalogue
package import Datasets

/// A file format that `save` writes. `about.name` is how its files' names end, without the dot.
package protocol NetworkFormat: Registered {
  /// The bytes of a file. Equal networks give equal bytes.
  /// - Throws: `SavingError.unsuitable` for a network that the format cannot hold, `ArchiveDamage`
  ///   where there is not enough memory.
  static func encode(_ saved: SavedNetwork) throws -> [UInt8]
}

/// A format that `load` reads, too: named arrays.
package protocol LoadableFormat: NetworkFormat {
  /// The arrays and texts in the bytes of a file.
  /// - Throws: `ArchiveDamage` where there are none.
  static func decode(_ bytes: [UInt8]) throws -> TensorArchive
}

/// The registered formats of saved networks.
package enum NetworkFormats {
  /// All of them, as help lists them.
  package static let all: [any NetworkFormat.Type] = [
    SafetensorsNetwork.self, NpzNetwork.self, EdgeList.self, ONNXNetwork.self,
    GraphMLNetwork.self,
  ]

  /// The endings of all formats, or of those that can be loaded, as a sentence lists them:
  /// `.a`, `.b` or `.c`.
  package static func endings(loading: Bool = false) -> String {
    let names = all.filter { !loading || $0 is any LoadableFormat.Type }.map {
      "`.\($0.about.name)`"
    }
    let list = names.dropLast().joined(separator: ", ")
    return list.isEmpty ? names.joined() : "\(list) or \(names[names.count - 1])"
  }

  /// The format that the file's name ends in; nil if there is none.
  static func named(by path: String) -> (any NetworkFormat.Type)? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    return all.first { $0.about.name == ending }
  }
}

extension Example {
  /// A statement that saves a small network in a file of that ending.
  static func saving(as ending: String, _ explanation: String = "") -> Example {
    Example(
      "spirals = data spirals\nnet = network in-32-out\n"
        + "first = train net data=spirals epochs=2\nsave first to=\"first.\(ending)\"", explanation)
  }
}
