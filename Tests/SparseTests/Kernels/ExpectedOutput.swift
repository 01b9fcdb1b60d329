/// What a kernel should write, in the layout of its `KernelOutput`.
struct ExpectedOutput {
  private(set) var values: [Double] = []
  private(set) var errors: [Double] = []

  init() {}

  /// The rows of panels, each with `beyond` columns that nothing writes to.
  init(rows panels: [[[Bounded]]], beyond: Int) {
    for row in panels[0].indices {
      for panel in panels {
        add(panel[row])
        addUntouched(beyond)
      }
    }
  }

  mutating func add(_ number: Bounded) {
    values.append(number.value)
    errors.append(number.error)
  }

  /// A number that the kernel gives in double precision, as `KernelOutput` splits it.
  mutating func addDouble(_ number: Bounded) {
    let lacking = Bounded.unit * (number.value.magnitude + number.error)
    add(Bounded(number.value, error: number.error + lacking))
    add(Bounded(0, error: lacking))
  }

  mutating func add(_ numbers: [Bounded]) { for number in numbers { add(number) } }

  /// Places that must be as they were.
  mutating func addUntouched(_ count: Int) {
    for _ in 0..<count { add(.untouched) }
  }

  /// The first number that lies outside its bound, nil if none does.
  func fault(in output: KernelOutput) -> String? {
    guard output.numbers.count == values.count else {
      return "\(output.numbers.count) numbers instead of \(values.count)"
    }
    return output.numbers.withUnsafeBufferPointer { found in
      values.withUnsafeBufferPointer { values in
        errors.withUnsafeBufferPointer { errors in
          var index = 0
          while index < values.count {
            let isRight =
              (Double(found[index]) - values[index]).magnitude <= errors[index]
              || (values[index].isNaN && found[index].isNaN)
            guard isRight else {
              return "number \(index) is \(found[index]), not \(values[index]) ± \(errors[index])"
            }
            index += 1
          }
          return nil
        }
      }
    }
  }
}
