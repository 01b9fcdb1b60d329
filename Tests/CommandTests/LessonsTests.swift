import Foundation
import TestSupport
import Testing

/// The lessons of `examples/class`: their notebooks are in step, students' copies ask, and a wrong answer
/// ends with its hint. That they run as they stand is for `ExamplesTests` to see.
struct LessonsTests {
  @Test func `there are six lessons with exercises`() throws {
    #expect(Lessons.all.count == 6)
    for lesson in Lessons.all {
      let text = try Examples.text(lesson)
      let answers = Lessons.answers(in: text)
      let numbers = answers.map(\.number)
      #expect(numbers.count >= 3 && numbers == Array(1...numbers.count), "\(lesson)")
      for number in numbers {
        #expect(text.contains("# **Exercise \(number).**"), "\(lesson)")
        #expect(text.contains("\nassert check_\(number)"), "\(lesson)")
      }
      #expect(!answers.contains { $0.value == "-1" }, "\(lesson): -1 stands for no answer")
    }
  }

  @Test(arguments: Lessons.exercises)
  func `a missing answer ends with its hint`(_ exercise: Lessons.Exercise) throws {
    let solved = try Examples.text(exercise.lesson)
    let answer = try #require(
      Lessons.answers(in: solved).first { $0.number == exercise.number }
    ).value
    let name = "answer_\(exercise.number) = "
    let text = solved.replacing("\n\(name)\(answer)  #", with: "\n\(name)-1  #")
    #expect(text != solved)
    let result = try Command.run("--threads", "1", "-", input: text)
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("error[E0501]: assertion failed: Hint: "), "\(result.errors)")
    #expect(result.errors.contains("assert check_\(exercise.number)"), "\(result.errors)")
    // The truth is not given away.
    #expect(result.errors.contains("this is false"), "\(result.errors)")
  }

  @Test(.enabled(if: Lessons.hasPython, "there is no \(Lessons.python)"))
  func `the notebooks are those of the lessons`() throws {
    let result = try Lessons.script(in: Lessons.root, "--check")
    #expect(result.exitCode == 0, "\(result.errors)")
  }

  @Test(.enabled(if: Lessons.hasPython, "there is no \(Lessons.python)"))
  func `a notebook out of step is found and made anew`() throws {
    try TemporaryFolder.with { folder in
      for path in ["scripts/lessons", "examples/class"] {
        let copy = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Lessons.root.appending(path: path), to: copy)
      }
      let lesson = folder.appending(path: "examples/class/2-set.sparse")
      let text = try String(contentsOf: lesson, encoding: .utf8)
      try Data((text + "\nprint 1\n").utf8).write(to: lesson)
      let stale = try Lessons.script(in: folder, "--check")
      #expect(stale.exitCode == 1 && stale.errors.contains("out of step: 2-set.ipynb;"))
      #expect(try Lessons.script(in: folder).exitCode == 0)
      #expect(try Lessons.script(in: folder, "--check").exitCode == 0)
    }
  }

  @Test(.enabled(if: Lessons.hasPython, "there is no \(Lessons.python)"))
  func `copies for students have blanks and are sound`() throws {
    try TemporaryFolder.with { folder in
      #expect(try Lessons.script(in: Lessons.root, "--hand-out", folder.path).exitCode == 0)
      for lesson in Lessons.all {
        let name = URL(filePath: lesson).lastPathComponent
        let copy = folder.appending(path: name)
        let blanks = Lessons.answers(in: try String(contentsOf: copy, encoding: .utf8))
        #expect(blanks.count >= 3 && blanks.allSatisfy { $0.value == "-1" }, "\(name)")
        #expect(try Command.run("check", copy.path).exitCode == 0)
        let notebook = try String(
          contentsOf: copy.deletingPathExtension().appendingPathExtension("ipynb"), encoding: .utf8)
        #expect(notebook.contains("\"answer_1 = -1  # your answer\""), "\(name)")
      }
    }
  }

  @Test(
    .enabled(if: Lessons.hasPython, "there is no \(Lessons.python)"),
    arguments: ["2-set.sparse", "3-magnitude.ipynb"])
  func `copies never replace a student's work`(_ name: String) throws {
    try TemporaryFolder.with { folder in
      let work = folder.appending(path: name)
      try Data("my answers".utf8).write(to: work)
      let refused = try Lessons.script(in: Lessons.root, "--hand-out", folder.path)
      #expect(refused.exitCode == 1)
      #expect(refused.errors.contains("other versions of \(name), "), "\(refused.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
      #expect(try Data(contentsOf: work) == Data("my answers".utf8))

      // Blank copies are nobody's work, and may be written again.
      try FileManager.default.removeItem(at: work)
      for _ in 1...2 {
        #expect(try Lessons.script(in: Lessons.root, "--hand-out", folder.path).exitCode == 0)
      }
    }
  }
}
