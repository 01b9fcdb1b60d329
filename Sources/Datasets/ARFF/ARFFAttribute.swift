/// A column of an ARFF file, as its header declares it.
struct ARFFAttribute: Equatable {
  /// What its values are.
  enum Sort: Equatable {
    /// `numeric`, `real` or `integer`.
    case number
    /// One of the listed values, in this order.
    case nominal([String])
    /// Any text.
    case text
    /// A date, which is no number here.
    case date
  }

  /// Its name.
  let name: String
  /// What its values are.
  let sort: Sort

  /// The names of the features it becomes. A number is one; two values are one, 1 for the second;
  /// several values are one each, 1 for the sample's own.
  var features: [String] {
    switch sort {
    case .number, .text, .date: [name]
    case .nominal(let values) where values.count == 2: ["\(name)=\(values[1])"]
    case .nominal(let values): values.map { "\(name)=\($0)" }
    }
  }
}
