/// Sizes of memory as texts: `500 MB`, `8GB`. A kB is 2¹⁰ bytes, an MB 2²⁰, a GB 2³⁰, a TB 2⁴⁰.
public enum MemorySize {
  private static let units: [(name: String, power: UInt64)] = [
    ("TB", 40), ("GB", 30), ("MB", 20), ("kB", 10), ("B", 0),
  ]

  /// A size for reading, in the unit that fits it.
  public static func text(_ bytes: UInt64) -> String {
    let unit = units.first { bytes >= 1 << $0.power && $0.power > 0 } ?? units[3]
    return NumberText.fixed(Double(bytes) / Double(UInt64(1) << unit.power), 1) + " " + unit.name
  }

  /// The bytes of a size such as `8GB`, `1.5 GB`, `500MB` or `4096` (bytes); upper and lower case
  /// alike, an `i` or no `B` in the unit too. Nil for any other text, for zero, and beyond 2⁶⁰.
  public static func bytes(_ text: String) -> UInt64? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(digits.count).filter { $0 != " " }.lowercased()
    guard let number = Double(digits), number.isFinite else { return nil }
    let match = units.first { entry in
      let name = entry.name.lowercased()
      let letter = String(name.prefix(1))
      return unit == name || (entry.power > 0 && (unit == letter || unit == letter + "ib"))
        || (entry.power == 0 && unit.isEmpty)
    }
    guard let match else { return nil }
    let bytes = number * Double(UInt64(1) << match.power)
    guard bytes >= 1, bytes <= 0x1p60 else { return nil }
    return UInt64(bytes)
  }
}
