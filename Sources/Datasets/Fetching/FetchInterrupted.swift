/// A download that the user ended. Nothing of it is left.
public struct FetchInterrupted: Error {
  /// An interruption.
  public init() {}
}
