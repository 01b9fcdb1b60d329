/// "Did you mean …?": finds the name a user most likely had in mind.
public enum Spelling {
  /// The candidate nearest to `word`, if one is near enough: equal but for case, or within a third
  /// of its letters (at least one) in edits, where swapping two neighbours counts as one.
  /// Ties go to the first in alphabetical order. O(candidates · length²).
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased().unicodeScalars)
    guard !typed.isEmpty, typed.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for name in candidates where name != word {
      let target = Array(name.lowercased().unicodeScalars)
      guard abs(target.count - typed.count) <= max(1, typed.count / 3) else { continue }
      let distance = edits(typed, target)
      guard distance <= max(1, max(typed.count, target.count) / 3) else { continue }
      guard distance < max(typed.count, target.count) else { continue }
      if best.map({ (distance, name) < ($0.distance, $0.name) }) ?? true { best = (name, distance) }
    }
    return best?.name
  }

  /// The optimal-string-alignment distance: insertions, deletions, substitutions and swaps of neighbours.
  static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let same = a[i - 1] == b[j - 1]
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], before[j - 2] + 1)
        }
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
