internal import Crypto

/// What a page may do: run its own script, use its own style sheet, and nothing else. It reaches no network,
/// and a script that came in with a name or a label would not run even if it were not escaped.
enum ContentPolicy {
  /// The directives for a page of that script and style sheet, letter for letter.
  static func directives(script: String, style: String) -> String {
    "default-src 'none'; script-src \(source(script)); style-src \(source(style)); "
      + "base-uri 'none'; form-action 'none'"
  }

  private static func source(_ text: String) -> String {
    "'sha256-\(Base64.text(of: Array(SHA256.hash(data: Array(text.utf8)))))'"
  }
}
