internal import Language

/// What one input did to the names, so that it can be taken back. It holds the names that changed and
/// nothing else: thousands of inputs must not keep thousands of copies of all names and results.
struct UndoStep {
  private let former: [String: Binding?]

  /// The step between two states of the names.
  init(from before: [String: Binding], to after: [String: Binding]) {
    var former: [String: Binding?] = [:]
    for (name, binding) in before where after[name]?.version != binding.version {
      former.updateValue(binding, forKey: name)
    }
    for name in after.keys where before[name] == nil { former.updateValue(nil, forKey: name) }
    self.former = former
  }

  /// Whether nothing changed.
  var isEmpty: Bool { former.isEmpty }

  /// Sets the names to what they were.
  func takeBack(in environment: inout Environment) {
    for (name, binding) in former { environment.restore(name, to: binding) }
  }
}
