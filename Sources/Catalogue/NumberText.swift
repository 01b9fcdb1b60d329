/// Numbers as users read them; one place, so that a number looks the same wherever it stands.
public enum NumberText {
  /// The shortest decimal text that reads back as the same number; whole numbers up to 2⁵³
  /// without a point or an exponent. Not a number and infinities become `nan`, `inf`, `-inf`.
  public static func plain(_ value: Double) -> String {
    if value == 0 { return "0" }
    guard value.isFinite, value == value.rounded(), abs(value) <= 0x1p53 else {
      return value.description
    }
    return String(Int64(value))
  }

  /// A count with a comma between thousands: `138,340`.
  public static func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return value < 0 ? "-" + text : text
  }

  /// A number with exactly `decimals` digits after the point, rounded half away from zero.
  public static func fixed(_ value: Double, _ decimals: Int) -> String {
    precondition((0...15).contains(decimals))
    guard value.isFinite else { return plain(value) }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e15 else { return plain(value) }
    let units = Int64(scaled)
    let whole = units / Int64(scale)
    let fraction = String(units % Int64(scale))
    let sign = value < 0 && units != 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(whole) }
    return "\(sign)\(whole)." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }

  /// A fraction in percent: `percent(0.9545, 1)` is `95.5%`.
  public static func percent(_ fraction: Double, _ decimals: Int = 1) -> String {
    fixed(fraction * 100, decimals) + "%"
  }

  /// A length of time in seconds, as a person would say it: `0.31 s`, `12 s`, `3 min 20 s`, `2 h 5 min`.
  public static func time(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e12 else { return "?" }
    if seconds < 1 { return fixed(seconds, 2) + " s" }
    if seconds < 10 { return fixed(seconds, 1) + " s" }
    let whole = Int64(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
