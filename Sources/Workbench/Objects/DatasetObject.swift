package import Catalogue
package import Datasets
internal import Language
package import Reports

/// A loaded data set, with the request that loads it again under other keys.
package struct DatasetObject: SessionObject {
  package static let kind = "dataset"

  /// The data.
  package let dataset: Dataset
  /// What was asked for.
  package let request: DataRequest

  package static let members: [Member<DatasetObject>] = [
    Member("name", .text, "its name") { .text($0.dataset.name) },
    Member("features", .integer(.nonNegative), "the number of features") {
      .count($0.dataset.width)
    },
    Member("classes", .integer(.nonNegative), "the number of classes") {
      .count($0.dataset.classes)
    },
    Member("samples", .integer(.nonNegative), "the number of training samples") {
      .count($0.dataset.train.count)
    },
    Member("test_samples", .integer(.nonNegative), "the number of test samples") {
      .count($0.dataset.test.count)
    },
    Member("feature_names", .list(.text), "the names of the features") {
      .texts($0.dataset.featureNames)
    },
    Member("class_names", .list(.text), "the names of the classes") {
      .texts($0.dataset.classNames)
    },
    Member("informative", .list(.text), "the features known to carry information") { object in
      .texts((object.dataset.informative ?? []).map { object.dataset.featureNames[$0] })
    },
    Member("origin", .text, "where the samples are from") { .text($0.dataset.origin) },
  ]

  package var subject: Subject? { .dataset(dataset) }

  /// Where the name of a set is taken, a data set that was loaded by its name stands for it.
  package var call: (category: Catalogue.Category, value: Call)? {
    guard case .named(let name) = request.subject else { return nil }
    return (.dataset, Call(name))
  }

  package var summary: String {
    let validation = dataset.validation.map { ", \(NumberText.count($0.count)) validation" } ?? ""
    return "dataset \(dataset.name): \(NumberText.count(dataset.train.count)) training"
      + "\(validation) and \(NumberText.count(dataset.test.count)) test samples, "
      + "\(Self.count(dataset.width, "feature")), \(NumberText.count(dataset.classes)) classes; "
      + dataset.origin
  }

  package var json: JSONValue {
    [
      "name": .text(dataset.name), "features": .integer(dataset.width),
      "classes": .integer(dataset.classes), "samples": .integer(dataset.train.count),
      "validation_samples": .integer(dataset.validation?.count ?? 0),
      "test_samples": .integer(dataset.test.count), "origin": .text(dataset.origin),
      "augmentation": dataset.augmentation.map { .text($0.text) } ?? .null,
      "generated": .logic(dataset.generated),
      "notes": .array(dataset.notes.map { .text($0) }),
    ]
  }
}
