/// Why frames are no message. Such frames are dropped: there is nobody to tell.
enum WireProblem: Error, Equatable {
  /// No `<IDS|MSG>` among the frames.
  case noDelimiter
  /// Fewer than a signature and four parts after it.
  case tooFewFrames
  /// Not signed with the key of the connection file.
  case wrongSignature
  /// Signed rightly, and seen before.
  case repeated
  /// The head is not what the protocol says.
  case badHeader
}
