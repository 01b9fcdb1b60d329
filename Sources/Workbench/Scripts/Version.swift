/// The version of the program, as `--version` and every record of a run state it.
package enum Version {
  /// The version number.
  package static let text = "0.1.0"
}
