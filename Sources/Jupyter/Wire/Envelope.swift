internal import FoundationEssentials
internal import Reports
internal import Synchronization

/// Turns messages into the frames of the wire and back, for one kernel process:
/// identities…, `<IDS|MSG>`, signature, header, parent header, metadata, content, buffers….
///
/// May be used from any thread.
final class Envelope: Sendable {
  private static let delimiter = Array("<IDS|MSG>".utf8)
  private static let empty = Array("{}".utf8)

  private let signer: MessageSigner
  private let session = UUID().uuidString.lowercased()
  private let sent = Atomic<Int>(0)
  private let replays = Mutex(ReplayGuard())

  /// Messages signed with a key, or not at all if it is empty.
  init(key: String) { signer = MessageSigner(key: key) }

  /// A message as frames, with an id that no other has.
  ///
  /// - Parameters:
  ///   - identities: The frames before the delimiter: the client's, or the topic of a publication.
  ///   - parent: The head of what it came of, as that came; nil if it came of nothing.
  func seal(
    _ type: String, _ content: JSONValue, metadata: JSONValue = .object([]),
    identities: [[UInt8]], parent: [UInt8]?
  ) -> [[UInt8]] {
    let number = sent.add(1, ordering: .relaxed).newValue
    let header = MessageHeader.json(id: "\(session)_\(number)", session: session, type: type)
    let parts = [
      Array(header.line.utf8), parent ?? Self.empty, Array(metadata.line.utf8),
      Array(content.line.utf8),
    ]
    return identities + [Self.delimiter, signer.signature(of: parts)] + parts
  }

  /// The message in frames that came in. What was signed is the bytes that came, so these are
  /// checked, before anything is read from them.
  func open(_ frames: [[UInt8]]) throws(WireProblem) -> IncomingMessage {
    guard let delimiter = frames.firstIndex(of: Self.delimiter) else { throw .noDelimiter }
    guard frames.count >= delimiter + 6 else { throw .tooFewFrames }
    let signature = frames[delimiter + 1]
    let parts = frames[(delimiter + 2)...(delimiter + 5)]
    guard signer.isValid(signature, of: parts) else { throw .wrongSignature }
    if signer.signs, !replays.withLock({ $0.isNew(signature) }) { throw .repeated }
    guard
      let header = try? JSONDecoder().decode(MessageHeader.self, from: Data(frames[delimiter + 2]))
    else { throw .badHeader }
    return IncomingMessage(
      identities: Array(frames[..<delimiter]), header: header, rawHeader: frames[delimiter + 2],
      content: frames[delimiter + 5])
  }
}
