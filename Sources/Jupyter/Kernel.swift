internal import Catalogue
package import Workbench

/// A kernel: what runs the cells of a notebook (Jupyter messaging protocol).
///
/// Four threads, of which each owns its sockets: the one that starts the kernel executes; others hear
/// interrupts, publish what happens, and answer heartbeats meanwhile.
package enum Kernel {
  /// Runs a kernel until a client ends it.
  ///
  /// - Parameters:
  ///   - interruption: By which whatever runs is stopped, besides by clients.
  ///   - parent: The process that started the kernel, if the kernel is to end with it.
  ///   - history: The folder in which the cells of all sessions are kept, if they are.
  /// - Throws: `ConnectionError.unavailable` where it cannot listen.
  package static func run(
    _ connection: Connection, _ options: SessionOptions,
    interruption: Interruption = Interruption(), parent: Int32? = nil, history: String? = nil
  ) throws(ConnectionError) {
    do {
      let context = try SocketContext()
      try run(connection, options, interruption, parent, history, in: context)
    } catch let error as ConnectionError {
      throw error
    } catch {
      throw .unavailable(endpoint: connection.endpoint(.shell), reason: "\(error)")
    }
  }

  private static func run(
    _ connection: Connection, _ options: SessionOptions, _ interruption: Interruption,
    _ parent: Int32?, _ history: String?, in context: SocketContext
  ) throws {
    func listen(_ kind: Socket.Kind, _ channel: Connection.Channel) throws -> Socket {
      try socket(kind, at: connection.endpoint(channel), in: context)
    }
    let envelope = Envelope(key: connection.key)
    let control = KernelControl(interruption)
    let heartbeat = Heartbeat(try listen(.reply, .heartbeat), parent: parent)
    var publishing = try PublishingChannel(
      try listen(.publisher, .iopub), envelope, in: context)
    var shell = try ShellChannel(
      try listen(.router, .shell), stdin: try listen(.router, .stdin), envelope, control,
      in: context
    ) { Desk(options, interruption, $0, archive: history.map(CellArchive.init)) }
    let controlling = try ControlChannel(
      try listen(.router, .control), envelope, control, in: context)

    let threads = try [
      KernelThread { heartbeat.run() }, KernelThread { publishing.run() },
      KernelThread { controlling.run() },
    ]
    shell.run()
    control.noteEnd()
    threads[2].join()
    shell.end()
    threads[1].join()
    context.shutDown()
    threads[0].join()
    context.terminate()
  }

  private static func socket(
    _ kind: Socket.Kind, at endpoint: String, in context: SocketContext
  ) throws(ConnectionError) -> Socket {
    do {
      let socket = try Socket(kind, in: context)
      try socket.bind(endpoint)
      return socket
    } catch {
      throw .unavailable(endpoint: endpoint, reason: error.description)
    }
  }
}
