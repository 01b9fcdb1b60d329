internal import Catalogue

extension Kind {
  /// The alternatives of an `either`, all the way down; the kind itself otherwise.
  var alternatives: [Kind] {
    if case .either(let kinds) = self { kinds.flatMap(\.alternatives) } else { [self] }
  }

  /// The categories whose registered things fit.
  var categories: [Category] {
    alternatives.compactMap { if case .call(let category) = $0 { category } else { nil } }
  }

  /// The bare words that fit.
  var choices: [String] {
    alternatives.flatMap { if case .choice(let words) = $0 { words } else { [String]() } }
  }

  /// What each element of a list must be, if a list fits.
  var element: Kind? {
    for kind in alternatives {
      if case .list(let element) = kind { return element }
    }
    return alternatives.contains(.any) ? .any : nil
  }

  /// Whether values known only to be of this kind could fit where `place` is taken. A single value fits where a
  /// list of its kind is taken.
  func couldFit(_ place: Kind) -> Bool {
    if case .either(let kinds) = self { return kinds.contains { $0.couldFit(place) } }
    if case .either(let kinds) = place { return kinds.contains { couldFit($0) } }
    return switch (self, place) {
    case (.any, _), (_, .any): true
    case (.number, .number), (.number, .integer), (.number, .fraction): true
    case (.integer, .number), (.integer, .integer), (.integer, .fraction): true
    case (.fraction, .number), (.fraction, .integer), (.fraction, .fraction): true
    case (.duration, .duration), (.logic, .logic), (.shape, .shape): true
    case (.text, .text), (.text, .file), (.file, .text), (.file, .file): true
    case (.choice, .choice), (.choice, .text): true
    case (.call(let a), .call(let b)): a == b
    case (.call(let category), .object(let kinds)): kinds.contains(category.rawValue)
    case (.object(let kinds), .call(let category)): kinds.contains(category.rawValue)
    case (.object(let a), .object(let b)): a.contains { b.contains($0) }
    case (.list(let a), .list(let b)): a.couldFit(b)
    case (_, .list(let element)): couldFit(element)
    default: false
    }
  }

  /// Whether numbers fit.
  var isNumeric: Bool {
    alternatives.contains {
      switch $0 {
      case .number, .integer, .fraction, .any: true
      default: false
      }
    }
  }

  /// What values of this kind are called, without bounds: "a number", "a run".
  var plainName: String {
    switch self {
    case .number, .integer, .fraction: "a number"
    case .duration: "a duration"
    case .file: "a text"
    case .logic: "a logic value"
    case .list: "a list"
    case .shape: "a shape"
    default: description
    }
  }
}

extension Value {
  /// What the value is called in a diagnostic: "a text", "a run", "`-1`".
  var plainName: String {
    switch self {
    case .number, .duration: "`\(ValueText.shown(self))`"
    case .logic: "`\(ValueText.shown(self))`"
    case .call(let call): "`\(call.name)`"
    case .nothing: "nothing"
    case .text: "a text"
    case .list: "a list"
    case .range: "a range"
    case .shape: "a shape"
    case .object(let object): Kind.object([object.kind]).description
    }
  }
}
