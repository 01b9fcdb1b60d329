internal import Glibc
package import Workbench

/// Ctrl-C in the terminal from which a kernel was started, and clients that interrupt by a signal.
package enum InterruptSignal {
  /// From now on SIGINT asks to stop what runs, instead of ending the process. To be called before
  /// any other thread is started, since these take over what signals reach them.
  package static func forward(to interruption: Interruption) {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    _ = try? KernelThread {
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGINT)
      var number: Int32 = 0
      while sigwait(&signals, &number) == 0 { interruption.ask() }
    }
  }
}
