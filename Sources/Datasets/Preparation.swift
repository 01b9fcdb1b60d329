internal import Catalogue
internal import Sparse

/// Makes a data set of tables: encodes the labels, splits, limits and scales, in that order, and sees
/// whether what is asked of training images fits them.
struct Preparation {
  private let arguments: Arguments
  private let seed: UInt64

  /// A preparation by the keys of the verb `data`.
  init(_ arguments: Arguments, seed: UInt64) {
    self.arguments = arguments
    self.seed = seed
  }

  /// The data set of these tables.
  /// - Throws: `DataError` for labels that are no classes, and for splits that leave nothing.
  func dataset(from tables: LabelledTables, name: String) throws -> Dataset {
    var notes = tables.notes
    let scalingMethod = try ScalingMethods.build(arguments.call("scale"))
    let augmentation = try Augmentations.build(arguments.call("augment")).fitted(to: tables)
    let encoding = try LabelEncoding(
      train: tables.train, test: tables.test, grouping: LabelGrouping(arguments))
    let all = try encoding.samples(of: tables.train)

    var train: Samples
    let test: Samples
    if let table = tables.test {
      try checkWidths(tables.train, table)
      train = all
      test = try encoding.samples(of: table)
    } else {
      (train, test) = try split(all, share: testShare, key: "test", layer: 0)
      if arguments["test"] == nil {
        notes.append(
          "no `test=` given: \(NumberText.percent(testShare, 0)) of the samples, drawn class by "
            + "class, are the test set")
      }
    }

    let leftOut = tables.train.count - all.count + (tables.test.map { $0.count - test.count } ?? 0)
    if leftOut > 0 {
      notes.append(
        "`groups=` leaves out \(NumberText.count(leftOut)) "
          + (leftOut == 1 ? "sample with another label" : "samples with other labels"))
    }

    var validation: Samples?
    let held = arguments.number("validation")
    if held > 0 {
      let (rest, drawn) = try split(train, share: held, key: "validation", layer: 1)
      (train, validation) = (rest, drawn)
    }
    if let limit = arguments.optionalInteger("limit"), limit < train.count {
      var stream = RandomStream(seed: seed, purpose: .split, layer: 2)
      train = train.selecting(
        StratifiedDraw.positions(of: limit, among: train.labels, using: &stream))
      notes.append("`limit=` keeps \(NumberText.count(limit)) training samples")
    }

    let scaling = scalingMethod.fit(seen(train, augmentation))
    return Dataset(
      name: name, classNames: encoding.names,
      featureNames: tables.featureNames ?? (0..<train.width).map { "x\($0)" },
      train: scaling.applied(to: train), validation: validation.map(scaling.applied(to:)),
      test: scaling.applied(to: test), scaling: scaling, augmentation: augmentation,
      image: tables.train.image.flatMap { $0.features == train.width ? $0 : nil },
      origin: tables.origin, generated: tables.generated,
      informative: tables.informative, notes: notes)
  }

  /// The samples that scaling is fitted on: those to train on and, where images are changed, each
  /// once as training sees it. Pixels that hardly vary as they are would otherwise be divided by next
  /// to nothing, and then images move there.
  private func seen(_ train: Samples, _ augmentation: ImageAugmentation?) -> Samples {
    guard let augmentation, !augmentation.isIdentity else { return train }
    return train.followed(
      by: augmentation.changed(
        train, Array(0..<train.count)[...], epoch: 0, seed: seed,
        scaling: .identity(width: train.width), on: Engine(threads: 1)))
  }

  /// The share of samples that become the test set where no file gives one.
  private var testShare: Double {
    if case .number(let share)? = arguments["test"] { return share }
    return 0.2
  }

  /// Draws a share of the samples, class by class; both parts keep the samples' order.
  private func split(
    _ samples: Samples, share: Double, key: String, layer: Int
  ) throws -> (rest: Samples, drawn: Samples) {
    let count = Int((Double(samples.count) * share).rounded())
    guard count > 0, count < samples.count else {
      throw DataError(
        DatasetErrorCodes.tooFew,
        "\(NumberText.percent(share)) of \(NumberText.count(samples.count)) samples leave "
          + (count > 0 ? "none to train on" : "none for `\(key)`"),
        hint: "give a \(count > 0 ? "smaller" : "larger") share, such as `\(key)=50%`",
        at: arguments.has(key) ? .key(key) : .subject)
    }
    var stream = RandomStream(seed: seed, purpose: .split, layer: layer)
    let drawn = StratifiedDraw.positions(of: count, among: samples.labels, using: &stream)
    var isDrawn = [Bool](repeating: false, count: samples.count)
    for position in drawn { isDrawn[position] = true }
    return (
      samples.selecting((0..<samples.count).filter { !isDrawn[$0] }), samples.selecting(drawn)
    )
  }

  private func checkWidths(_ train: LabelledTable, _ test: LabelledTable) throws {
    guard train.width != test.width else { return }
    throw DataError(
      DatasetErrorCodes.widthsDiffer,
      "the test samples have \(NumberText.count(test.width)) features, the training samples "
        + NumberText.count(train.width),
      hint: "both files need the same columns in the same order", at: .key("test"))
  }
}
