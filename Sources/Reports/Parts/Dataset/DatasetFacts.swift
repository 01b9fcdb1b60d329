internal import Datasets

extension Dataset {
  /// The data set at a glance.
  var facts: [Fact] {
    var facts = [
      Fact("name", .text(name)),
      Fact("origin", .text(origin)),
      Fact("training samples", .count(train.count)),
    ]
    if let validation { facts.append(Fact("validation samples", .count(validation.count))) }
    facts += [
      Fact("test samples", .count(test.count)),
      Fact("features", .count(width)),
      Fact("classes", .count(classes)),
      Fact(
        "scaling", .text(scaling.method),
        note: "fitted on the training samples"
          + (augmentation == nil ? "" : ", as they are and changed once")),
    ]
    if let augmentation { facts.append(Fact("augmentation", .text(augmentation.text))) }
    if let informative {
      facts.append(
        Fact("informative features", .count(informative.count), note: "known to the generator"))
    }
    return facts
  }

  /// The notes as whole sentences.
  var remarks: [String] {
    notes.map { $0.prefix(1).uppercased() + $0.dropFirst() + ($0.hasSuffix(".") ? "" : ".") }
  }
}
