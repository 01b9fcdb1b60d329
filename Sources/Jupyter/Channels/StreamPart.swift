internal import Reports

/// Something that a cell wrote, on its way to the channel that publishes it.
struct StreamPart {
  private static let mark = Array("part of a stream".utf8)

  /// `stdout` or `stderr`.
  let name: String
  /// What was written, in UTF-8.
  private(set) var text: [UInt8]
  /// The head of the request that ran the cell.
  let parent: [UInt8]

  /// A text that was written.
  init(name: String, text: [UInt8], parent: [UInt8]) {
    self.name = name
    self.text = text
    self.parent = parent
  }

  /// The part in frames as a publisher sends them; nil if they are a whole message.
  init?(_ frames: [[UInt8]]) {
    guard frames.count == 4, frames[0] == Self.mark else { return nil }
    self.init(
      name: String(decoding: frames[1], as: UTF8.self), text: frames[3], parent: frames[2])
  }

  /// The part in frames.
  var frames: [[UInt8]] { [Self.mark, Array(name.utf8), parent, text] }

  /// Adds what was written next. Returns whether it could be: to the same stream by the same cell.
  mutating func append(_ next: StreamPart) -> Bool {
    guard next.name == name, next.parent == parent else { return false }
    text += next.text
    return true
  }

  /// The content of the message that publishes it.
  var content: JSONValue {
    ["name": .text(name), "text": .text(String(decoding: text, as: UTF8.self))]
  }
}
