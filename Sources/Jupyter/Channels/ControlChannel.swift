internal import Glibc

/// The channel for what must be heard while a cell runs: interrupts and the end.
struct ControlChannel {
  /// How often it is looked whether the kernel was told to end on another channel, in milliseconds.
  private static let interval = 1000

  private let channel: RequestChannel
  private let publisher: Publisher
  private let control: KernelControl
  /// Tells the thread that executes of the end.
  private let ending: Socket

  /// A channel on a bound socket.
  init(
    _ socket: Socket, _ envelope: Envelope, _ control: KernelControl, in context: SocketContext
  ) throws(SocketError) {
    publisher = try Publisher(envelope, in: context)
    channel = RequestChannel(socket, envelope, publisher)
    self.control = control
    ending = try Socket(.push, in: context)
    try ending.connect(ShellChannel.ending)
  }

  /// Works until the kernel is told to end, here or on the shell channel.
  func run() {
    defer {
      channel.socket.close()
      publisher.close()
      ending.close()
    }
    do {
      while !control.isEnding {
        _ = try Socket.wait(
          for: [channel.socket], milliseconds: Self.interval)
        while !control.isEnding, let message = try channel.next() {
          try channel.answer(message) { ControlRequests.reply(to: message, control) }
        }
      }
      try ending.send([[]])
      // A cell may have begun in the moment in which the end was told, and have heard nothing of it.
      while !control.hasEnded {
        control.interrupt()
        usleep(20_000)
      }
    } catch {
      // The context is gone: the kernel was ended elsewhere.
    }
  }
}
