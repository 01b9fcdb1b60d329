import Foundation
import Reports
import Testing
import Workbench

@testable import Jupyter

/// Every registered request, with contents that are right, wrong, and by chance.
struct EveryRequestTests {
  private static let contents = [
    "{}", "[]", "", "null", "{\"code\":1}", "{\"code\":\"1\",\"cursor_pos\":-9223372036854775808}",
    "{\"code\":\"é\",\"cursor_pos\":9223372036854775807}",
    "{\"code\":\"1\",\"cursor_pos\":1e300}", "{\"code\":\"1\",\"silent\":null}",
    "{\"code\":\"(1\",\"user_expressions\":{\"a\":\"1 +\",\"b\":\"print 1\",\"c\":\"\"}}",
    "{\"code\":\"1\",\"user_expressions\":{\"a\":1}}",
    "{\"hist_access_type\":\"tail\",\"n\":-5}", "{\"hist_access_type\":\"nothing\"}",
    "{\"hist_access_type\":\"range\",\"start\":9223372036854775807,\"stop\":-1}",
    "{\"hist_access_type\":\"search\",\"pattern\":\"[[[*\",\"n\":9223372036854775807}",
    "{\"comm_id\":\"\\u0000\"}", "{\"restart\":\"yes\"}", "{\"seq\":-1,\"command\":null}",
    String(repeating: "[", count: 5000),
  ]

  private func message(_ type: String, _ content: String) throws -> IncomingMessage {
    let header = "{\"msg_id\":\"1\",\"session\":\"s\",\"msg_type\":\"\(type)\"}"
    let frames = ["<IDS|MSG>", "", header, "{}", "{}", content].map { Array($0.utf8) }
    return try Envelope(key: "").open(frames)
  }

  @Test func `types are told once`() {
    let types = ShellRequests.all.map { $0.type } + ControlRequests.all.map { $0.type }
    #expect(Set(types).count == types.count)
  }

  @Test func `no content ends the process, and every reply has a status`() throws {
    let context = try SocketContext()
    let pull = try Socket(.pull, in: context)
    try pull.bind(Publisher.endpoint)
    let publisher = try Publisher(Envelope(key: ""), in: context)
    let interruption = Interruption()
    let desk = Desk(SessionOptions(), interruption, publisher)
    let types = ShellRequests.all.map { $0.type } + ControlRequests.all.map { $0.type }
    for type in types + ["nobody_knows_request"] {
      for content in Self.contents {
        let reply = ShellRequests.reply(
          to: try message(type, content), desk, KernelControl(interruption))
        guard let reply else {
          #expect(["comm_open", "nobody_knows_request"].contains(type))
          continue
        }
        let known: [JSONValue] = ["ok", "error", "complete", "incomplete", "invalid"]
        #expect(
          reply["status"].map { known.contains($0) } ?? (type == DebugRequest.type),
          "\(type) \(content): \(reply.line)")
      }
    }
    publisher.close()
    pull.close()
    context.terminate()
  }

  @Test func `the kernel says what it is`() {
    let reply = KernelInfoRequest().reply(KernelControl(Interruption()))
    #expect(reply["protocol_version"] == "5.5")
    #expect(reply["language_info"]?["name"] == "sparsesh")
    #expect(reply["language_info"]?["file_extension"] == ".sparse")
    #expect(reply["implementation_version"] == .text(Version.text))
  }
}
