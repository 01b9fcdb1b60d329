/// Which characters the user's terminal is said to show.
enum ProgressLocale {
  /// Whether they are more than ASCII, by the locale's rule: the first of these that is set decides.
  static func usesUnicode(_ environment: [String: String]) -> Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
    let name = (names.first { !$0.isEmpty } ?? "").lowercased()
    return name.hasSuffix("utf-8") || name.hasSuffix("utf8")
  }
}
