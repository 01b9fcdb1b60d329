import Foundation
import Reports
import Testing

/// What is written, read back by another reader.
struct JSONTests {
  private func readBack(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  @Test(arguments: [
    "plain", "quote \" and \\ and / slash", "line\nbreak\r\ttab", "\u{0}\u{1}\u{1F}\u{7F}",
    "\u{2028}\u{2029}", "é 漢字 😀 👩‍👩‍👧", "</script><!--", "",
  ])
  func textsSurvive(text: String) throws {
    for json in [JSONValue.text(text).line, JSONValue.text(text).pretty] {
      #expect(try readBack(json) as? String == text)
      #expect(!json.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x2028 })
    }
  }

  @Test(arguments: [
    0, -0.0, 0.1, 1.0 / 3, 1e-7, 123_456_789, 1e15, 1e21, -2.5e-300, 5e-324,
    .greatestFiniteMagnitude, 0.30000000000000004,
  ])
  func numbersSurviveToTheLastBit(number: Double) throws {
    let text = JSONValue.number(number).line
    #expect(Double(text) == number)
    // Foundation's reader may round the last bit otherwise than the shortest text wants it.
    let other = try #require(try readBack(text) as? NSNumber).doubleValue
    #expect(abs(other - number) <= number.ulp)
  }

  @Test func whatIsNoNumberIsNull() {
    #expect(
      JSONValue.array([.number(.nan), .number(.infinity), .number(-.infinity)]).line
        == "[null,null,null]")
    #expect(JSONValue(Double?.none).line == "null")
    #expect(JSONValue.integer(.min).line == "-9223372036854775808")
  }

  @Test func membersKeepTheirOrder() {
    let value: JSONValue = [
      "z": 1, "a": [1.5, true, nil], "m": ["x": "y"], "e": [], "o": .object([]),
    ]
    #expect(value.line == #"{"z":1,"a":[1.5,true,null],"m":{"x":"y"},"e":[],"o":{}}"#)
    #expect(value["m"]?["x"] == "y")
    #expect(value["none"] == nil)
    #expect(
      value.pretty == """
        {
          "z": 1,
          "a": [1.5, true, null],
          "m": {
            "x": "y"
          },
          "e": [],
          "o": {}
        }
        """)
  }

  @Test func aDocumentKeepsEveryDigitAndEveryPoint() throws {
    let document = Document(
      title: "t",
      blocks: [
        .facts([Fact("density", .percent(1.0 / 3), note: "n")]),
        .chart(
          Chart(title: "c", x: Axis("x"), y: Axis("y"), series: [Series("s", values: [0.1, .nan])])),
        .table(Table(columns: [.init("a", .text)], rows: [[.text("v")], [.missing]])),
      ])
    let text = JSONRenderer().render(document)
    let blocks = try #require(
      (readBack(text) as? [String: Any])?["blocks"] as? [[String: Any]])
    #expect(blocks.map { $0["kind"] as? String } == ["facts", "chart", "table"])
    let fact = try #require((blocks[0]["facts"] as? [[String: Any]])?.first)
    #expect(fact["value"] as? Double == 1.0 / 3)
    let series = try #require((blocks[1]["series"] as? [[String: Any]])?.first)
    let y = try #require(series["y"] as? [Any])
    #expect(y[0] as? Double == 0.1)
    #expect(y[1] is NSNull)
    #expect((blocks[2]["rows"] as? [[Any]])?.count == 2)
  }
}
