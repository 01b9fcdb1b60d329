import Foundation
import Testing

/// The lessons of `examples/class`, and the answers in them.
enum Lessons {
  /// An exercise of a lesson.
  struct Exercise: CustomTestStringConvertible, Sendable {
    let lesson: String
    let number: Int

    var testDescription: String { "\(lesson), exercise \(number)" }
  }

  static let python = "/usr/bin/python3"
  static let hasPython = FileManager.default.isExecutableFile(atPath: python)

  /// The package's folder.
  static let root = Examples.folder.deletingLastPathComponent()

  /// Their paths, from `examples` on.
  static let all = Examples.all.filter { $0.hasPrefix("class/") }

  static let exercises = all.flatMap { lesson in
    answers(in: (try? Examples.text(lesson)) ?? "").map {
      Exercise(lesson: lesson, number: $0.number)
    }
  }

  /// The lines that hold an answer.
  static func answers(in text: String) -> [(number: Int, value: String)] {
    text.matches(of: /(?m)^answer_(\d+) = (\S+)  # your answer$/).compactMap { match in
      Int(match.1).map { ($0, String(match.2)) }
    }
  }

  /// Runs `scripts/lessons` of a folder like the package's.
  static func script(in folder: URL, _ arguments: String...) throws -> Command.Result {
    try Command(
      [folder.appending(path: "scripts/lessons").path] + arguments, program: python
    ).result()
  }
}
