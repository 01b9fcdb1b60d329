import Foundation
import Reports
import TestSupport
import Testing

@testable import Jupyter

struct EnvelopeTests {
  private let identities: [[UInt8]] = [[0, 1, 2], [3]]
  private let delimiter = Array("<IDS|MSG>".utf8)

  private func sealed(_ envelope: Envelope, parent: IncomingMessage? = nil) -> [[UInt8]] {
    envelope.seal(
      "execute_request", ["code": "6 * 7"], identities: identities, parent: parent?.rawHeader)
  }

  private func problem(_ envelope: Envelope, _ frames: [[UInt8]]) -> WireProblem? {
    do throws(WireProblem) {
      _ = try envelope.open(frames)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["", "key"]) func `what is sealed can be opened`(key: String) throws {
    let message = try Envelope(key: key).open(sealed(Envelope(key: key)))
    #expect(message.identities == identities)
    #expect(message.header.type == "execute_request")
    #expect(try message.content(as: ExecuteRequest.self).code == "6 * 7")
  }

  @Test func `a head has all that the protocol asks for`() throws {
    let frames = sealed(Envelope(key: ""))
    let head = try #require(
      JSONSerialization.jsonObject(with: Data(frames[4])) as? [String: String])
    #expect(
      Set(head.keys) == ["msg_id", "session", "username", "date", "msg_type", "version"])
    let date = try #require(head["date"])
    #expect(
      date.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z/) != nil, "\(date)")
  }

  @Test func `every message has an id and a signature of its own`() throws {
    let envelope = Envelope(key: "key")
    let all = (0..<1000).map { _ in sealed(envelope) }
    #expect(Set(all.map { $0[3] }).count == 1000)
    let reader = Envelope(key: "key")
    #expect(Set(try all.map { try reader.open($0).header.id }).count == 1000)
  }

  @Test func `an answer repeats its parent's head byte for byte`() throws {
    // Spaces and an order of members that no writer of ours would choose.
    let head = Array(
      "{ \"msg_type\":\"x\",\"more\" : [1.50] , \"session\":\"s\", \"msg_id\":\"i\" }".utf8)
    let envelope = Envelope(key: "")
    let empty = Array("{}".utf8)
    let message = try envelope.open([delimiter, [], head, empty, empty, empty])
    #expect(sealed(envelope, parent: message)[5] == head)
    #expect(sealed(envelope)[5] == empty)
  }

  @Test func `buffers after the content are let through`() throws {
    #expect(problem(Envelope(key: "key"), sealed(Envelope(key: "key")) + [[1], []]) == nil)
  }

  @Test func `frames that are no message are told apart`() {
    let envelope = Envelope(key: "key")
    let frames = sealed(envelope)
    #expect(problem(envelope, []) == .noDelimiter)
    #expect(problem(envelope, frames.filter { $0 != delimiter }) == .noDelimiter)
    #expect(problem(envelope, frames.dropLast()) == .tooFewFrames)
    #expect(problem(envelope, [delimiter]) == .tooFewFrames)
    #expect(problem(Envelope(key: "another"), frames) == .wrongSignature)
    #expect(problem(envelope, frames) == nil)
    #expect(problem(envelope, frames) == .repeated)
    let empty = Array("{}".utf8)
    for head in ["{}", "[]", "", "{\"msg_id\":1,\"session\":\"\",\"msg_type\":\"\"}", "\u{1}"] {
      let frames = [delimiter, [], Array(head.utf8), empty, empty, empty]
      #expect(problem(Envelope(key: ""), frames) == .badHeader, "\(head)")
    }
  }

  /// Whatever bytes come, they are a message or a problem.
  @Test func `no frames end the process`() {
    var random = Dice(seed: 1)
    let signed = Envelope(key: "key")
    let open = Envelope(key: "")
    let frames = sealed(signed)
    var opened = 0
    for _ in 0..<20_000 {
      var wild = frames
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        guard let index = wild.indices.randomElement(using: &random) else { break }
        switch Int.random(in: 0..<5, using: &random) {
        case 0: wild.remove(at: index)
        case 1: wild.insert(wild[index], at: index)
        case 2: wild.swapAt(index, wild.startIndex)
        case 3: wild[index] = wild[index].shuffled(using: &random)
        default:
          if let place = wild[index].indices.randomElement(using: &random) {
            wild[index][place] = .random(in: 0...255, using: &random)
          }
        }
      }
      if problem(open, wild) == nil { opened += 1 }
      // Only what comes before the delimiter and after the content is not signed.
      if problem(signed, wild) == nil {
        let start = wild.firstIndex(of: delimiter).map { $0 + 2 } ?? 0
        #expect(Array(wild[start..<(start + 4)]) == Array(frames[4..<8]))
      }
    }
    #expect(opened > 100)
  }
}
