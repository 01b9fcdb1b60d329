import Synchronization
import Testing

@testable import Jupyter

@Suite(.timeLimit(.minutes(1))) struct SocketTests {
  @Test func `messages come whole and in order`() throws {
    let context = try SocketContext()
    let (pull, push) = (try Socket(.pull, in: context), try Socket(.push, in: context))
    try pull.bind("inproc://order")
    try push.connect("inproc://order")
    #expect(try pull.receive(waiting: false) == nil)
    #expect(try Socket.wait(for: [pull], milliseconds: 10) == [false])
    let large = [UInt8](repeating: 7, count: 1 << 20)
    let messages: [[[UInt8]]] = [[[]], [[1], [], [2, 3]], [large, [1]]]
    for message in messages { try push.send(message) }
    #expect(try Socket.wait(for: [pull], milliseconds: 1000) == [true])
    for message in messages { #expect(try pull.receive() == message) }
    let most = (0..<Socket.mostFrames).map { [UInt8(truncatingIfNeeded: $0)] }
    for message in [most, most + [[1]], (0..<2000).map { _ in [1] }, [[2]]] {
      try push.send(message)
    }
    #expect(try pull.receive() == most)
    #expect(try pull.receive() == [], "too many frames are none")
    #expect(try pull.receive() == [], "too many frames are none")
    #expect(try pull.receive() == [[2]], "what comes after them comes whole")
    push.close()
    pull.close()
    context.terminate()
  }

  @Test func `a wait ends when the context does`() throws {
    let context = try SocketContext()
    let pull = try Socket(.pull, in: context)
    try pull.bind("inproc://end")
    let ended = Mutex<SocketError?>(nil)
    try withThread {
      do throws(SocketError) {
        _ = try pull.receive()
      } catch {
        ended.withLock { $0 = error }
      }
      pull.close()
    } meanwhile: {
      context.shutDown()
    }
    context.terminate()
    #expect(ended.withLock { $0 } == .closed)
  }

  @Test func `what is taken is told`() throws {
    let context = try SocketContext()
    let (first, second) = (try Socket(.router, in: context), try Socket(.router, in: context))
    try first.bind("inproc://taken")
    #expect(throws: SocketError.failed("address already in use")) {
      try second.bind("inproc://taken")
    }
    #expect(throws: SocketError.self) { try second.bind("nonsense") }
    first.close()
    second.close()
    context.terminate()
  }

  private func withThread(
    _ body: @escaping () -> Void, meanwhile: () -> Void
  ) throws {
    nonisolated(unsafe) let body = body
    let thread = try KernelThread { body() }
    meanwhile()
    thread.join()
  }
}
