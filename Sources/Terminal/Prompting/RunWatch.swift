internal import CReadline
internal import Glibc
internal import Synchronization

/// Watches for signals while an input runs: a thread that turns Ctrl-C into the session's
/// `interrupt()`.
///
/// The first SIGINT interrupts, later ones only say that the run is stopping. SIGTERM and SIGHUP
/// interrupt too; if the run has not ended some seconds later, they end the process.
final class RunWatch {
  /// How long a run may take to stop after SIGTERM, in milliseconds.
  private static let grace: Int32 = 5000

  private let work: Work
  private var thread = pthread_t()
  private let runs: Bool

  /// Starts to watch. Requires that signals are caught (``Prompt/run()``).
  convenience init(session: any PromptSession) {
    // The session promises that `interrupt()` may be called from here.
    nonisolated(unsafe) let session = session
    self.init(interrupt: { session.interrupt() })
  }

  /// Starts to watch; `interrupt` is called on the watching thread.
  init(interrupt: @escaping @Sendable () -> Void) {
    work = Work(signals: creadline_catch_signals(), interrupt: interrupt)
    let box = Unmanaged.passRetained(work)
    runs =
      work.canEnd
      && pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          Unmanaged<Work>.fromOpaque(context).takeRetainedValue().watch()
          return nil
        }, box.toOpaque()) == 0
    if !runs { box.release() }
  }

  /// Ends the watch; call it when the input has run. Returns the signal that told the process to
  /// leave, if one did.
  func stop() -> Int32? {
    guard runs else { return nil }
    work.end()
    pthread_join(thread, nil)
    return work.terminatedBy
  }

  /// What the thread and its owner share.
  private final class Work: Sendable {
    /// The pipe in which caught signals arrive.
    private let signals: Int32
    private let interrupt: @Sendable () -> Void
    /// A pipe whose writing end is closed when the watch shall end.
    private let done: (reading: Int32, writing: Int32)
    private let signal = Atomic<Int32>(0)

    init(signals: Int32, interrupt: @escaping @Sendable () -> Void) {
      self.signals = signals
      self.interrupt = interrupt
      var ends: [Int32] = [-1, -1]
      if pipe(&ends) == 0 { for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) } }
      done = (ends[0], ends[1])
    }

    deinit { close(done.reading) }

    var canEnd: Bool { done.reading >= 0 }

    var terminatedBy: Int32? {
      let number = signal.load(ordering: .acquiring)
      return number == 0 ? nil : number
    }

    func end() { close(done.writing) }

    /// The thread: waits for signals until told to end.
    func watch() {
      var interrupts = 0
      while true {
        var waits = [
          pollfd(fd: done.reading, events: Int16(POLLIN), revents: 0),
          pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        ]
        let ready = poll(&waits, 2, terminatedBy == nil ? -1 : RunWatch.grace)
        if ready == 0 { endProcess() }
        guard ready > 0 else { continue }
        while case let number = creadline_take_signal(), number != 0 {
          obey(number, &interrupts)
        }
        if waits[0].revents != 0 { return }
      }
    }

    private func obey(_ number: Int32, _ interrupts: inout Int) {
      switch number {
      case SIGINT:
        interrupts += 1
        if interrupts == 1 { interrupt() } else { sayStopping() }
      case SIGTERM, SIGHUP:
        signal.store(number, ordering: .releasing)
        interrupt()
      default:
        break
      }
    }

    private func sayStopping() {
      // A progress line may stand there.
      let clear = isatty(STDERR_FILENO) == 1 ? "\r\u{1B}[K" : ""
      StandardError.write(
        clear + "still stopping: the run ends at its next safe place and is kept\n")
    }

    /// The run does not stop: the signal acts as it does by default. The terminal is in order,
    /// since no line is being edited.
    private func endProcess() {
      let number = signal.load(ordering: .acquiring)
      Glibc.signal(number, SIG_DFL)
      kill(getpid(), number)
    }
  }
}
