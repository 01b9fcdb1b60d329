import Reports
import Synchronization
import Testing

@testable import Jupyter

@Suite(.timeLimit(.minutes(1))) struct RequestChannelTests {
  private let envelope = Envelope(key: "k")

  /// Runs `body` with a channel and a client of it.
  private func with(_ body: (RequestChannel, Socket) throws -> Void) throws {
    let context = try SocketContext()
    let publications = try Socket(.pull, in: context)
    try publications.bind(Publisher.endpoint)
    let publisher = try Publisher(envelope, in: context)
    let socket = try Socket(.router, in: context)
    try socket.bind("inproc://requests")
    let client = try Socket(.dealer, in: context)
    try client.connect("inproc://requests")
    try body(RequestChannel(socket, envelope, publisher), client)
    client.close()
    socket.close()
    publisher.close()
    publications.close()
    context.terminate()
  }

  private func request() -> [[UInt8]] {
    envelope.seal("execute_request", ["code": "1"], identities: [], parent: nil)
  }

  @Test func `what has come is taken until there is no more for a while`() throws {
    try with { channel, client in
      for _ in 0..<3 { try client.send(request()) }
      let found = try channel.messages(within: .milliseconds(50), atMost: 10)
      #expect(found.map(\.header.type) == Array(repeating: "execute_request", count: 3))
      for _ in 0..<3 { try client.send(request()) }
      #expect(try channel.messages(within: .seconds(20), atMost: 2).count == 2)
      #expect(try channel.next() != nil)
      #expect(try channel.next() == nil)
    }
  }

  @Test(arguments: [true, false])
  func `noise does not keep a wait from its end`(isSigned: Bool) throws {
    try with { channel, client in
      let isOver = Atomic<Bool>(false)
      let start = ContinuousClock.now
      nonisolated(unsafe) let noise = {
        while !isOver.load(ordering: .relaxed), ContinuousClock.now - start < .seconds(20) {
          try? client.send(isSigned ? request() : [[1], [2]])
        }
      }
      let thread = try KernelThread { noise() }
      _ = try channel.messages(within: .milliseconds(50), atMost: .max)
      #expect(ContinuousClock.now - start < .seconds(10))
      isOver.store(true, ordering: .relaxed)
      // It may wait to be rid of its last.
      while try channel.socket.receive(waiting: false) != nil {}
      thread.join()
    }
  }
}
