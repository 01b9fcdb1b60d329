internal import Glibc

/// A program that runs on a terminal of its own, at which a test sits.
///
/// Nothing here waits for a fixed time: a test sends keys and waits until it sees what they cause.
/// What goes wrong is an error that holds the whole transcript.
package final class Pseudoterminal {
  /// How long a test waits for anything, in seconds; long, since the machine may be busy.
  package static let patience = 60.0

  /// What the program wrote so far, as a terminal shows it.
  package private(set) var screen: TerminalScreen
  /// The process.
  package let process: Int32

  private let master: Int32
  private var output: [UInt8] = []
  /// How much of `output` the screen has shown.
  private var shown = 0
  /// How far the text has been matched by `expect`, in characters of ``transcript``.
  private var matched = 0
  private var isOpen = true
  private var status: Int32?

  /// Starts a program (a path) in a new session on a terminal of this size.
  ///
  /// Its environment is `environment` alone, but for `PATH`, `HOME`, a UTF-8 locale, `TERM=xterm`
  /// and an empty inputrc, unless given. Throws if it cannot be started.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws {
    screen = TerminalScreen(columns: columns, rows: rows)
    let (master, name) = try Self.openTerminal()
    self.master = master
    Self.setSize(of: master, columns: columns, rows: rows)
    let defaults = [
      "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8", "TERM": "xterm",
      "INPUTRC": "/dev/null",
    ]
    let variables = defaults.merging(environment) { $1 }
    do {
      process = try Self.start(program, arguments, variables, terminal: name)
    } catch {
      Glibc.close(master)
      throw error
    }
  }

  deinit { close() }

  /// Types a text.
  package func send(_ text: String) throws { try send(bytes: Array(text.utf8)) }

  /// Types bytes, which need not be UTF-8.
  package func send(bytes: [UInt8]) throws {
    var rest = bytes[...]
    let deadline = Self.now + Self.patience
    while !rest.isEmpty {
      guard isOpen else { throw failure("the program has ended before it was typed to") }
      guard Self.now < deadline else { throw failure("the program does not read what is typed") }
      // A program whose output nobody takes may stop reading: take it meanwhile.
      receive(within: 0)
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 1024)) }
      if count > 0 { rest = rest.dropFirst(count) } else { receive(within: 0.02) }
    }
  }

  /// Types a character with Ctrl held: `send(control: "c")`.
  package func send(control character: Character) throws {
    try send(bytes: [(character.asciiValue ?? 0) & 0x1F])
  }

  /// Types a key that has no character.
  package func send(key: Key) throws { try send(key.rawValue) }

  /// Keys that have no character, as an xterm sends them.
  package enum Key: String {
    case up = "\u{1B}[A"
    case down = "\u{1B}[B"
    case right = "\u{1B}[C"
    case left = "\u{1B}[D"
    case home = "\u{1B}[H"
    case tab = "\t"
    case enter = "\r"
    case altEnter = "\u{1B}\r"
  }

  /// Types a text as terminals paste it, between the marks of a paste.
  package func paste(_ text: String) throws { try send("\u{1B}[200~\(text)\u{1B}[201~") }

  /// Sends a signal to the program.
  package func send(signal: Int32) { kill(process, signal) }

  /// Changes the size of the terminal, which tells the program.
  package func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    Self.setSize(of: master, columns: columns, rows: rows)
  }

  /// All that the program wrote so far, without escape sequences and carriage returns.
  package var transcript: String { Self.stripped(String(decoding: output, as: UTF8.self)) }

  /// All that the program wrote so far, with its escape sequences.
  package var rawOutput: String { String(decoding: output, as: UTF8.self) }

  /// Waits until the program has written a text, after what earlier calls waited for.
  package func expect(_ text: String, within seconds: Double = patience) throws {
    try wait(for: "the text `\(text)`", within: seconds) {
      let rest = transcript.dropFirst(matched)
      guard let found = rest.firstRange(of: text) else { return false }
      matched += rest.distance(from: rest.startIndex, to: found.upperBound)
      return true
    }
  }

  /// Waits until these are the last lines on the screen.
  package func expect(lastLines: String..., within seconds: Double = patience) throws {
    try wait(for: "the last lines \(lastLines)", within: seconds) {
      screen.lines.suffix(lastLines.count) == lastLines[...]
    }
    matched = transcript.count
  }

  /// Waits until the program has ended; returns its exit code, or 128 and the number of the signal
  /// that ended it.
  package func exitCode(within seconds: Double = patience) throws -> Int32 {
    try wait(for: "the end of the program", within: seconds) { reap(WNOHANG) }
    while isOpen { receive(within: 0.1) }
    return status ?? -1
  }

  /// Waits until the program edits a line itself. Before, Ctrl-D and the like would be taken by the
  /// system's own line discipline.
  package func expectEditing(within seconds: Double = patience) throws {
    try wait(for: "the line editor", within: seconds) { !isCooked }
  }

  /// The terminal's modes: whether typed characters are echoed by the system and lines edited by
  /// it, as they are when no editor is at work.
  package var isCooked: Bool {
    var modes = termios()
    guard tcgetattr(master, &modes) == 0 else { return false }
    let wanted = tcflag_t(ECHO | ICANON | ISIG)
    return modes.c_lflag & wanted == wanted
  }

  /// Hangs up, as a terminal window that is closed does. The program should end.
  package func hangUp() {
    if isOpen { Glibc.close(master) }
    isOpen = false
  }

  /// Hangs up; a program that still runs is killed.
  package func close() {
    guard status == nil || isOpen else { return }
    if !reap(WNOHANG) {
      kill(process, SIGKILL)
      _ = reap(0)
    }
    hangUp()
  }

  /// A test's expectation that was not met.
  package struct Failure: Error, CustomStringConvertible {
    /// What was waited for, and all that was seen.
    package let description: String
  }

  private func failure(_ what: String) -> Failure {
    Failure(
      description: """
        \(what)
        --- screen
        \(screen.lines.joined(separator: "\n"))
        --- transcript
        \(transcript)
        --- end
        """)
  }

  /// Waits until a condition holds, taking in what the program writes.
  private func wait(
    for what: String, within seconds: Double, until condition: () throws -> Bool
  ) throws {
    let deadline = Self.now + seconds
    while true {
      let wasOpen = isOpen
      if try condition() { return }
      guard wasOpen || status == nil else { throw failure("the program ended before \(what)") }
      guard Self.now < deadline else { throw failure("waited \(seconds) s for \(what)") }
      receive(within: 0.05)
      if !isOpen { _ = reap(WNOHANG) }
    }
  }

  /// Takes in what the program wrote, waiting at most so long for it to write something.
  private func receive(within seconds: Double) {
    guard isOpen else {
      usleep(useconds_t(seconds * 1e6))
      return
    }
    var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, Int32(seconds * 1000)) > 0 else { return }
    let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = max(0, read(master, buffer.baseAddress, buffer.count))
    }
    output += chunk
    // The system reports an error when nobody has the terminal open any more.
    if chunk.isEmpty, wait.revents & Int16(POLLHUP | POLLERR) != 0 {
      Glibc.close(master)
      isOpen = false
    }
    showWholeCharacters()
  }

  /// A character may be cut in two by the end of what was read.
  private func showWholeCharacters() {
    var end = output.count
    while end > shown, output.count - end < 4, output[end - 1] & 0xC0 == 0x80 { end -= 1 }
    let isCut = end > shown && output[end - 1] >= 0xC0 && output.count - end < 4
    end = isCut && isIncomplete(from: end - 1) ? end - 1 : output.count
    screen.show(String(decoding: output[shown..<end], as: UTF8.self))
    shown = end
  }

  private func isIncomplete(from lead: Int) -> Bool {
    let length = output[lead] >= 0xF0 ? 4 : output[lead] >= 0xE0 ? 3 : 2
    return output.count - lead < length
  }

  /// Notes the exit status if the program has ended. Returns whether it has.
  private func reap(_ options: Int32) -> Bool {
    guard status == nil else { return true }
    var raw: Int32 = 0
    guard waitpid(process, &raw, options) == process else { return false }
    let signal = raw & 0x7F
    status = signal == 0 ? (raw >> 8) & 0xFF : 128 + signal
    return true
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
