internal import FoundationEssentials

/// A message that came in, with its signature found right.
struct IncomingMessage {
  /// The way back to the client: the frames before the delimiter.
  let identities: [[UInt8]]
  /// What it is.
  let header: MessageHeader
  /// The head byte for byte, which answers repeat as the head of their parent.
  let rawHeader: [UInt8]
  /// What it says, as JSON.
  let content: [UInt8]

  /// The content as a value.
  /// - Throws: `DecodingError` where it does not fit.
  func content<Content: Decodable>(as type: Content.Type) throws -> Content {
    try JSONDecoder().decode(type, from: Data(content))
  }
}
