/// Fields and records of comma-separated values.
package enum CSVText {
  /// Records, each ended by a carriage return and a line feed.
  package static func records(_ records: [[String]]) -> String {
    var text = ""
    for record in records {
      text += record.map(field).joined(separator: ",") + "\r\n"
    }
    return text
  }

  /// A field, in quotes where its text needs them.
  package static func field(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r"
    }
    guard needsQuotes || text.first == " " || text.last == " " else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// A text that no spreadsheet takes for a formula: one that begins like a formula gets an
  /// apostrophe before it, as spreadsheets themselves write texts. Numbers stay as they are.
  package static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      Double(text) == nil
    else { return text }
    return "'" + text
  }
}
