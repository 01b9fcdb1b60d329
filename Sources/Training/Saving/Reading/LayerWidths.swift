/// The widths of a network in a file, inputs first, each of which some array or list of the file
/// bears out, so that nothing of that size is made up.
struct LayerWidths {
  /// At least two, each from 1 to 2³¹ − 1.
  let widths: [Int]

  /// The widths that the text `shape` says, or else the weights themselves.
  /// - Throws: `SavingError.content` where there are none or the weights do not fit them.
  init(_ archive: CheckedArchive) throws(SavingError) {
    let widths: [Int]
    if let text = archive.texts["shape"] {
      widths = try Self.stated(text, archive)
    } else {
      widths = try Self.found(archive)
    }
    guard widths.count >= 2, widths.allSatisfy({ $0 >= 1 && $0 <= Int(Int32.max) }) else {
      throw archive.fault("`shape` is no list of widths")
    }
    for index in 1..<widths.count {
      guard try Self.rows(index, archive) == widths[index - 1] else {
        throw archive.fault("the weights of layer \(index) do not fit the shape")
      }
    }
    guard Self.outputs(of: widths.count - 1, archive).contains(widths[widths.count - 1]) else {
      throw archive.fault("nothing bears out its \(widths[widths.count - 1]) classes")
    }
    self.widths = widths
  }

  private static func stated(
    _ text: String, _ archive: CheckedArchive
  ) throws(SavingError) -> [Int] {
    let parts = text.split(separator: "-").map { Int($0) }
    let widths = parts.compactMap { $0 }
    guard widths.count == parts.count else { throw archive.fault("`shape` is no list of widths") }
    return widths
  }

  /// The widths of the layers 1, 2, … whose weights are there.
  private static func found(_ archive: CheckedArchive) throws(SavingError) -> [Int] {
    var widths: [Int] = []
    while let rows = try rows(widths.count + 1, archive) { widths.append(rows) }
    guard !widths.isEmpty else {
      throw archive.fault("it has weights of no layer: neither `1.indptr` nor `1.weight`")
    }
    guard let classes = outputs(of: widths.count, archive).first else {
      throw archive.fault(
        "nothing says how many classes there are: neither `\(widths.count).bias` nor the text "
          + "`classes`")
    }
    return widths + [classes]
  }

  /// The inputs of a layer, counted from 1; nil where it has no weights.
  /// - Throws: `SavingError.content` where it has two kinds of weights, or arrays that hold nothing and
  ///   so bear out nothing.
  private static func rows(
    _ layer: Int, _ archive: CheckedArchive
  ) throws(SavingError) -> Int? {
    let pointers = archive.shape("\(layer).indptr")
    let weights = archive.shape("\(layer).weight")
    switch (pointers, weights) {
    case (nil, nil): return nil
    case (let pointers?, nil) where pointers.count == 1: return pointers[0] - 1
    case (nil, let weights?) where weights.count == 2 && !weights.contains(0): return weights[0]
    case (nil, _?), (_?, nil):
      throw archive.fault("the weights of layer \(layer) are not of the shape that they should be")
    case (_?, _?): throw archive.fault("layer \(layer) has both `indptr` and `weight`")
    }
  }

  /// What the arrays and lists of the last layer, whose inputs are known, say of its width.
  private static func outputs(of layer: Int, _ archive: CheckedArchive) -> [Int] {
    let weight = archive.shape("\(layer).weight").flatMap { $0.count == 2 ? $0[1] : nil }
    let bias = archive.shape("\(layer).bias").flatMap { $0.count == 1 ? $0[0] : nil }
    let classes = archive.texts["classes"].flatMap(TextList.decode)?.count
    return [weight, bias, classes].compactMap { $0 }
  }
}
