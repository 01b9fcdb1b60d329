internal import Glibc
internal import Workbench

/// Runs the `!` commands of cells. What they print is shown in the cell; there is nothing for them to
/// read; an interrupt of the cell ends them.
struct CapturedShell {
  /// How often it is looked for an interrupt and for the end of the shell, in milliseconds.
  private static let interval: Int32 = 50
  /// How long something that was printed may take to come after the shell has ended.
  private static let grace = Duration.milliseconds(100)
  /// How much a pipe can hold: what the shell printed to its end is among so many bytes.
  private static let capacity = 1 << 16

  private let interruption: Interruption
  private let show: (String) -> Void

  /// A shell whose output goes to `show` piece by piece, newlines included.
  init(_ interruption: Interruption, show: @escaping (String) -> Void) {
    self.interruption = interruption
    self.show = show
  }

  /// Runs a command until the shell has ended. What it left running in the background is not waited
  /// for: that may keep the pipe open for ever.
  func run(_ command: String) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return show("the system gives no pipe\n") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = ShellProcess(command, output: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    guard var process else { return show("the shell cannot be started\n") }
    pass(from: ends[0], &process)
    process.leave()
  }

  /// Shows what comes until the shell has ended, and what it printed is shown.
  private func pass(from descriptor: Int32, _ process: inout ShellProcess) {
    let clock = ContinuousClock()
    var text = PrintedText()
    var isOpen = true
    var late = 0
    // Without a writer nothing tells of the end of the shell, which mostly comes at once.
    var pause: Int32 = 1
    while isOpen || !process.hasEnded {
      let isLate = process.over.map { clock.now - $0 >= Self.grace } ?? false
      // No descriptor is ready where it is negative, and the time passes.
      var item = pollfd(fd: isOpen ? descriptor : -1, events: Int16(POLLIN), revents: 0)
      let isReady = poll(&item, 1, isLate ? 0 : isOpen ? Self.interval : pause) > 0
      if !isOpen { pause = min(2 * pause, Self.interval) }
      if isLate, !isReady || late >= Self.capacity { break }
      let now = clock.now
      if interruption.isAsked { process.interrupt(at: now) }
      process.look(at: now)
      if isReady {
        let chunk = Self.chunk(from: descriptor)
        isOpen = !chunk.isEmpty
        if process.over != nil { late += chunk.count }
        if let piece = text.take(chunk, at: now) { show(piece) }
      }
      if let piece = text.due(at: now) { show(piece) }
    }
    if let rest = text.end() { show(rest) }
  }

  /// What can be read; nothing at the end.
  private static func chunk(from descriptor: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
  }
}
