internal import Crypto
internal import FoundationEssentials

/// What a page may do: run its own script, follow the styles it holds, and nothing else. It reaches no network,
/// and a script that came in with a name or a label would not run even if it were not escaped.
enum ContentPolicy {
  /// The directives for a page of that script, letter for letter.
  static func directives(script: String) -> String {
    let digest = Data(SHA256.hash(data: Data(script.utf8))).base64EncodedString()
    return "default-src 'none'; script-src 'sha256-\(digest)'; style-src 'unsafe-inline'; "
      + "base-uri 'none'; form-action 'none'"
  }
}
