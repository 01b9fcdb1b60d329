internal import Catalogue
internal import Datasets
internal import Reports

extension KnownSets {
  /// The set of that name.
  /// - Throws: `CommandProblem` for a name that is none of theirs.
  static func named(orProblem name: String) throws -> KnownSet {
    do {
      return try named(name)
    } catch { throw CommandProblem(error.message, hint: error.hint) }
  }
}

extension KnownSet {
  /// All that is known of the set, for people.
  func description(in directory: String?) -> String {
    let samples =
      test.map { "\(NumberText.count(train)) to train and \(NumberText.count($0)) to test on" }
      ?? NumberText.count(train)
    var lines = [
      "\(name): \(subject)",
      "  classes   \(NumberText.count(classes))",
      "  features  \(NumberText.count(features))",
      "  samples   \(samples)",
      "  licence   \(licence)",
      "  cite      \(citation)",
      "  here      \(directory.map(isPresent(in:)) == true ? "yes" : "no")",
    ]
    if let note { lines.append("  note      \(note)") }
    for download in downloads {
      lines.append("  from      \(download.address)")
      for file in download.files {
        lines.append(
          "    \(file.name)  \(file.sha256.map { "sha256 \($0)" } ?? "checksum not known")")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same as an event.
  func json(in directory: String?) -> JSONValue {
    [
      "event": "dataset", "name": .text(name), "subject": .text(subject),
      "classes": .integer(classes), "features": .integer(features), "train": .integer(train),
      "test": JSONValue(test), "licence": .text(licence), "citation": .text(citation),
      "note": JSONValue(note), "here": .logic(directory.map(isPresent(in:)) == true),
      "downloads": .array(
        downloads.map { download in
          [
            "address": .text(download.address),
            "files": .array(
              download.files.map { ["name": .text($0.name), "sha256": JSONValue($0.sha256)] }),
          ]
        }),
    ]
  }
}
