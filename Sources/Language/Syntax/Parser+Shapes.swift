internal import Catalogue

extension Parser {
  /// The most layers a shape may have; `10*100000` is a slip, not a network.
  static let mostLayers = 10_000

  /// `784-1000*3-10`, `in-300-100-out`.
  mutating func parseShape() throws(Failure) -> ShapeSyntax {
    let start = token.range.lowerBound
    var items: [ShapeItem] = []
    var layers = 0
    var outSpan: Span?
    repeat {
      if let last = items.last, last.width == .output {
        throw malformedShape("`out` can only be the last item", outSpan ?? span(from: start), nil)
      }
      outSpan = span(token)
      note(.shape(isFirst: items.isEmpty))
      let item = try parseShapeItem(isFirst: items.isEmpty)
      items.append(item)
      layers += item.count
      if layers > Self.mostLayers {
        throw malformedShape(
          "a network of more than \(Self.mostLayers) layers is too deep", span(from: start), nil)
      }
    } while accept(.minus) != nil
    let span = span(from: start)
    if items.count < 2 {
      throw malformedShape("a shape has an input and an output", span, completed(items, span))
    }
    return ShapeSyntax(items: items, span: span)
  }

  /// What the author of a shape with one item most likely meant.
  private func completed(_ items: [ShapeItem], _ span: Span) -> String {
    if token.kind == .comma { return "join the widths by `-`: 784-300-10" }
    return switch items.first?.width {
    case .input, .output: "write in-out, or in-300-out with hidden neurons between"
    default: "write \(span.text)-out, or in-\(span.text)-out"
    }
  }

  private mutating func parseShapeItem(isFirst: Bool) throws(Failure) -> ShapeItem {
    let start = token
    wants("a number of neurons")
    switch token.kind {
    case .number:
      let neurons = try takeCount("a layer has", "neurons")
      guard token.kind == .star else { return ShapeItem(.neurons(neurons)) }
      advance()
      wants("a number of layers")
      guard token.kind == .number else { throw unexpected() }
      let count = try takeCount("a shape repeats a layer", "times")
      if token.kind == .star {
        throw malformedShape(
          "an item is a width, or a width times a number of layers", span(token), nil)
      }
      return ShapeItem(.neurons(neurons), count: count)
    case .name where text(token) == "in":
      advance()
      guard isFirst else {
        throw malformedShape("`in` can only be the first item", span(start), nil)
      }
      return ShapeItem(.input)
    case .name where text(token) == "out":
      advance()
      return ShapeItem(.output)
    case .name:
      throw malformedShape(
        "`\(text(token))` is not a width", span(token),
        "a shape is written in numbers, `in` and `out`: in-300-100-out")
    default:
      throw unexpected(hint: "a shape looks like 784-1000*3-10 or in-300-100-out")
    }
  }

  /// A whole number from 1.
  private mutating func takeCount(_ what: String, _ unit: String) throws(Failure) -> Int {
    let token = presume(.number)
    guard case .number(let value) = token.value, let count = Int(exactly: value), count >= 1,
      value <= 0x1p53
    else {
      throw malformedShape(
        "\(what) a whole number of \(unit), from 1 to 2⁵³", span(token), nil)
    }
    return count
  }

  private mutating func malformedShape(
    _ message: String, _ span: Span, _ hint: String?
  ) -> Failure {
    failure(Diagnostic(LanguageErrors.malformedShape, message, at: span, hint: hint))
  }
}
