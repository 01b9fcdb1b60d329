/// Where a source comes from; the prompt allows more.
package enum SourceMode: Sendable {
  /// A script: names are bound once, and prompt commands are errors.
  case file
  /// A prompt input or notebook cell: names may be bound again, and prompt commands work.
  case prompt
}
