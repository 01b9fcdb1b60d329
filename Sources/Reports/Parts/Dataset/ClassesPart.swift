public import Catalogue
internal import Datasets

/// How the samples are spread over the classes.
public enum ClassesPart: ReportPart {
  /// The catalogue's record.
  public static let about = About(
    name: "classes", category: .part, summary: "how many samples each class has",
    details: "A network that always names the most frequent class reaches that class's share.",
    examples: [.onData("classes", "the classes of a data set")])

  /// Data sets.
  public static let kinds: [SubjectKind] = [.dataset]

  /// One table.
  public static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block] {
    guard case .dataset(let dataset) = subject else { throw misfit(subject) }
    return [.heading("Classes"), .table(table(dataset))]
  }

  private static func table(_ dataset: Dataset) -> Table {
    let train = dataset.train.classCounts(dataset.classes)
    let validation = dataset.validation?.classCounts(dataset.classes)
    let test = dataset.test.classCounts(dataset.classes)
    var columns: [Table.Column] = [
      .init("class", .text), .init("training"), .init("share", .percent),
    ]
    if validation != nil { columns.append(.init("validation")) }
    columns.append(.init("test"))
    let rows = dataset.classNames.enumerated().map { index, name -> [Cell] in
      let share = Double(train[index]) / Double(dataset.train.count)
      return [.text(name), .count(train[index]), .percent(share, decimals: 1)]
        + (validation.map { [.count($0[index])] } ?? []) + [.count(test[index])]
    }
    return Table(title: "Samples by class", columns: columns, rows: rows)
  }
}
