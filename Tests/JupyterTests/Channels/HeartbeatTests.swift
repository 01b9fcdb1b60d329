import Testing

@testable import Jupyter

@Suite(.timeLimit(.minutes(1))) struct HeartbeatTests {
  @Test func `it beats on after what has too many frames`() throws {
    let context = try SocketContext()
    let socket = try Socket(.reply, in: context)
    try socket.bind("inproc://heartbeat")
    nonisolated(unsafe) let heartbeat = Heartbeat(socket, parent: nil)
    let thread = try KernelThread { heartbeat.run() }
    let client = try Socket(.dealer, in: context)
    try client.connect("inproc://heartbeat")
    // After an empty frame, as those send that take turns.
    let many = [[UInt8]](repeating: [7], count: Socket.mostFrames + 1)
    let beats: [(sent: [[UInt8]], answer: [[UInt8]])] = [
      ([[1], [2]], [[1], [2]]), (many, [[]]), ([[3]], [[3]]),
    ]
    for (beat, answer) in beats {
      try client.send([[]] + beat)
      #expect(try Socket.wait(for: [client], milliseconds: 5000) == [true])
      #expect(try client.receive(waiting: false) == [[]] + answer)
    }
    client.close()
    context.shutDown()
    thread.join()
    context.terminate()
  }
}
