internal import CReadline
internal import Glibc

/// Inputs read as plain lines, where standard input is no terminal but a prompt was asked for:
/// nothing is echoed or edited, and what comes out is the same as on a terminal.
package final class PlainInput: InputReader {
  private let session: any PromptSession
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var ended = false

  /// Reads from a file descriptor, of which lines are taken as the inputs need them.
  package init(session: any PromptSession, descriptor: Int32 = STDIN_FILENO) {
    self.session = session
    self.descriptor = descriptor
  }

  /// Reads lines until they make an input that is complete, or the end comes.
  package func read(_ prompt: PromptText) -> Reading {
    show(prompt.first)
    var text: String?
    while true {
      switch nextLine() {
      case .input(let line):
        let input = text.map { $0 + "\n" + line } ?? line
        guard case .incomplete = session.completeness(of: input) else { return .input(input) }
        text = input
        show(prompt.continuation)
      case .end:
        return text.map { .input($0) } ?? .end
      case let other:
        return other
      }
    }
  }

  /// Nothing can be recalled here.
  package func recall(_ entries: [String]) {}

  private func show(_ text: String) {
    print(text, terminator: "")
    fflush(nil)
  }

  private func nextLine() -> Reading {
    while true {
      if let newline = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        defer { buffer.removeFirst(newline + 1) }
        return .input(String(decoding: buffer[..<newline], as: UTF8.self))
      }
      if ended {
        defer { buffer = [] }
        return buffer.isEmpty ? .end : .input(String(decoding: buffer, as: UTF8.self))
      }
      if let reading = wait() { return reading }
    }
  }

  /// Waits for more bytes, or for a signal, which it returns.
  private func wait() -> Reading? {
    var waits = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: creadline_catch_signals(), events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&waits, 2, -1) > 0 else { return nil }
    while case let signal = creadline_take_signal(), signal != 0 {
      if signal == SIGINT {
        buffer = []
        show("\n")
        return .interrupted
      }
      if signal == SIGTERM || signal == SIGHUP { return .terminated(signal: signal) }
    }
    if waits[0].revents != 0 { fill() }
    return nil
  }

  private func fill() {
    let chunk = [UInt8](unsafeUninitializedCapacity: 65_536) { bytes, count in
      count = max(0, Glibc.read(descriptor, bytes.baseAddress, bytes.count))
    }
    buffer += chunk
    ended = chunk.isEmpty
  }
}
