import Foundation
import TestSupport
import Testing

/// The lessons of `examples/class`: their notebooks are in step, students' copies ask, and a wrong answer
/// ends with its hint. That they run as they stand is for `ExamplesTests` to see.
struct LessonsTests {
  /// An answer of a lesson: the line that holds it, and its number in the lesson.
  struct Answer: CustomTestStringConvertible {
    let lesson: String
    let number: Int

    var testDescription: String { "\(lesson), exercise \(number)" }
  }

  private static let python = "/usr/bin/python3"
  private static let hasPython = FileManager.default.isExecutableFile(atPath: python)
  private static let root = Examples.folder.deletingLastPathComponent()
  private static let lessons = Examples.all.filter { $0.hasPrefix("class/") }
  private static let answers = lessons.flatMap { lesson in
    let text = (try? Examples.text(lesson)) ?? ""
    return text.matches(of: line).compactMap { match in
      Int(match.1).map { Answer(lesson: lesson, number: $0) }
    }
  }
  private static var line: Regex<(Substring, Substring, Substring)> {
    /(?m)^answer_(\d+) = (\S+)  # your answer$/
  }

  @Test func `there are six lessons with exercises`() throws {
    #expect(Self.lessons.count == 6)
    for lesson in Self.lessons {
      let numbers = Self.answers.filter { $0.lesson == lesson }.map(\.number)
      #expect(numbers.count >= 3 && numbers == Array(1...numbers.count), "\(lesson)")
      let text = try Examples.text(lesson)
      for number in numbers {
        #expect(text.contains("# **Exercise \(number).**"), "\(lesson)")
        #expect(text.contains("\nassert check_\(number)"), "\(lesson)")
      }
      #expect(!text.contains(" = -1  # your answer"), "\(lesson): -1 stands for no answer")
    }
  }

  @Test(arguments: answers) func `a missing answer ends with its hint`(_ answer: Answer) throws {
    let text = try Examples.text(answer.lesson).replacing(Self.line) { match in
      Int(match.1) == answer.number ? "answer_\(match.1) = -1  # your answer" : match.0
    }
    let result = try Command.run("--threads", "1", "-", input: text)
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("error[E0501]: assertion failed: Hint: "), "\(result.errors)")
    #expect(result.errors.contains("assert check_\(answer.number)"), "\(result.errors)")
    // The truth is not given away.
    #expect(result.errors.contains("this is false"), "\(result.errors)")
  }

  @Test(.enabled(if: hasPython, "there is no \(python)"))
  func `the notebooks are those of the lessons`() throws {
    let result = try lessons(in: Self.root, "--check")
    #expect(result.exitCode == 0, "\(result.errors)")
  }

  @Test(.enabled(if: hasPython, "there is no \(python)"))
  func `a notebook out of step is found and made anew`() throws {
    try TemporaryFolder.with { folder in
      for path in ["scripts/lessons", "examples/class"] {
        let copy = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Self.root.appending(path: path), to: copy)
      }
      let lesson = folder.appending(path: "examples/class/2-set.sparse")
      let text = try String(contentsOf: lesson, encoding: .utf8)
      try Data((text + "\nprint 1\n").utf8).write(to: lesson)
      let stale = try lessons(in: folder, "--check")
      #expect(stale.exitCode == 1 && stale.errors.contains("out of step: 2-set.ipynb;"))
      #expect(try lessons(in: folder).exitCode == 0)
      #expect(try lessons(in: folder, "--check").exitCode == 0)
    }
  }

  @Test(.enabled(if: hasPython, "there is no \(python)"))
  func `copies for students have blanks and are sound`() throws {
    try TemporaryFolder.with { folder in
      #expect(try lessons(in: Self.root, "--hand-out", folder.path).exitCode == 0)
      for lesson in Self.lessons {
        let name = URL(filePath: lesson).lastPathComponent
        let copy = folder.appending(path: name)
        let blanks = try String(contentsOf: copy, encoding: .utf8).matches(of: Self.line)
        #expect(blanks.count >= 3 && blanks.allSatisfy { $0.2 == "-1" }, "\(name)")
        #expect(try Command.run("check", copy.path).exitCode == 0)
        let notebook = try String(
          contentsOf: copy.deletingPathExtension().appendingPathExtension("ipynb"), encoding: .utf8)
        #expect(notebook.contains("\"answer_1 = -1  # your answer\""), "\(name)")
      }
    }
  }

  private func lessons(in folder: URL, _ arguments: String...) throws -> Command.Result {
    try Command(
      [folder.appending(path: "scripts/lessons").path] + arguments, program: Self.python
    ).result()
  }
}
