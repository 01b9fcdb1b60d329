import Catalogue
import Sparse
import Testing

@testable import Datasets

@Suite("Augmented training images")
struct ShiftFlipRotateTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// `augment=shift_flip_rotate(…)`, unscaled.
  private func keys(_ arguments: [String: Argument] = [:]) -> [String: Argument] {
    unscaled.merging(["augment": .call(Call("shift_flip_rotate", Arguments(arguments)))]) { $1 }
  }

  /// 40 images of 6 × 6 bytes in an IDX file, the test images the same.
  private func images(_ more: [String: Argument]) throws -> Dataset {
    let pixels: [UInt8] = (0..<1440).map { place in
      let level = place * 101 + place / 36
      return UInt8(level % 256)
    }
    let file = try folder.write("images", idx([40, 6, 6], pixels))
    let labels = try folder.write("labels", idx([40], (0..<40).map { UInt8($0 % 2) }))
    let files: [String: Argument] = [
      "train_labels": .text(labels), "test": .text(file), "test_labels": .text(labels),
    ]
    return try load(file, more.merging(files) { $1 })
  }

  private func batch(
    _ data: Dataset, _ positions: [Int] = Array(0..<40), epoch: Int = 1, seed: UInt64 = 1,
    threads: Int = 1
  ) -> Samples {
    let (samples, indices) = data.batch(
      positions[...], epoch: epoch, seed: seed, on: Engine(threads: threads))
    return samples.selecting(Array(indices))
  }

  @Test("all keys zero give the bits of no augmentation, for bytes and for scaled floats")
  func identity() throws {
    let none: [String: Argument] = ["shift": 0, "flip": 0, "rotate": 0]
    let plain = try images(unscaled)
    #expect(plain.augmentation == nil)
    let same = try images(keys(none))
    #expect(same.augmentation != nil && same != plain)
    #expect(batch(same, [3, 39, 0]) == plain.train.selecting([3, 39, 0]))
    let lines = (0..<30).map { row in
      let cells = (0..<9).map { "\(0.37 * Double(row + $0))" }
      return cells.joined(separator: ",") + ",\(row % 2)"
    }
    let floats = try folder.write("floats.csv", lines.joined(separator: "\n"))
    let data = try load(floats, keys(none).merging(["scale": .call(Call("standard"))]) { $1 })
    #expect(!data.train.features.areBytes)
    #expect(
      batch(data, [5, 7]).features.values.map(\.bitPattern)
        == data.train.selecting([5, 7]).features.values.map(\.bitPattern))
  }

  @Test("without augmentation a batch is the training samples themselves")
  func none() throws {
    let data = try images(unscaled)
    let (samples, indices) = data.batch([4, 2][...], epoch: 1, seed: 1, on: Engine(threads: 1))
    #expect(samples == data.train && Array(indices) == [4, 2])
    #expect(data.batchBytes(10) == 0)
  }

  @Test("an image depends on seed, epoch and position alone, at any number of threads")
  func determinism() throws {
    let data = try images(keys())
    let all = batch(data)
    #expect(all.features.areBytes && all.labels == data.train.labels)
    #expect(all.features != data.train.features)
    #expect(batch(data, threads: 3) == all)
    let order = [17, 3, 39, 3]
    #expect(batch(data, order) == all.selecting(order))
    #expect(batch(data, epoch: 2) != all && batch(data, seed: 2) != all)
    #expect(data.batchBytes(10) == 360 && data.batchBytes(1000) == 1440)
  }

  @Test("test and validation images stay as they are")
  func trainingAlone() throws {
    let split: [String: Argument] = ["validation": 0.25]
    let (plain, data) = (
      try images(unscaled.merging(split) { $1 }), try images(keys().merging(split) { $1 })
    )
    #expect(data.test == plain.test && data.validation == plain.validation)
    #expect(data.train == plain.train && data.scaling == plain.scaling)
  }

  @Test("shifts, flips and angles fill their ranges evenly")
  func draws() throws {
    let augmentation = ImageAugmentation(
      image: ImageShape(rows: 6, columns: 6), largestShift: 2, flipProbability: 0.25,
      largestRotation: 20)
    let stream = RandomStream(seed: 1, purpose: .augmentation, epoch: 1)
    let count = 10_000
    let drawn = (0..<count).map { augmentation.transform(sample: $0, in: stream) }
    for shift in -2...2 {
      // 2,000 expected, with a deviation of 40.
      #expect(abs(drawn.count { $0.down == shift } - 2000) < 200)
      #expect(abs(drawn.count { $0.right == shift } - 2000) < 200)
    }
    #expect(abs(drawn.count { $0.flips } - 2500) < 200)
    #expect(drawn.allSatisfy { abs($0.angle) <= 20 })
    #expect(drawn.contains { $0.angle > 19.9 } && drawn.contains { $0.angle < -19.9 })
    #expect(abs(drawn.reduce(0) { $0 + $1.angle } / Double(count)) < 0.6)
  }

  @Test("what comes in from outside is 0 before scaling, bytes and floats alike")
  func outside() throws {
    for scale in ["standard", "minmax"] {
      let data = try images(
        keys(["flip": 0, "rotate": 0, "shift": 5]).merging(["scale": .call(Call(scale))]) { $1 })
      var zeros = [Float](repeating: 0, count: 36)
      data.scaling.apply(to: &zeros)
      let floats = Dataset(
        name: "floats", classNames: data.classNames, featureNames: data.featureNames,
        train: Samples(features: data.train.features.values, labels: data.train.labels, width: 36),
        test: data.test, scaling: data.scaling, augmentation: data.augmentation, origin: "a test")
      let (bytes, same) = (batch(data), batch(floats))
      #expect(bytes.features.areBytes && !same.features.areBytes)
      var outside = 0
      for sample in 0..<40 {
        let transform = try #require(data.augmentation).transform(
          sample: sample, in: RandomStream(seed: 1, purpose: .augmentation, epoch: 1))
        for row in 0..<6 where !(0..<6).contains(row - transform.down) {
          for place in row * 6..<row * 6 + 6 {
            outside += 1
            #expect(bytes.features[sample, place] == zeros[place])
          }
        }
        for place in 0..<36 {
          #expect(abs(bytes.features[sample, place] - same.features[sample, place]) < 1e-4)
        }
      }
      #expect(outside > 200)
    }
  }

  @Test("what varies only before images change is not lost")
  func flippedAway() throws {
    // The left column varies and the right one is always 0; flipping turns that round.
    let lines = (0..<40).map { sample in
      let left = Double(sample % 7) + 0.5
      return "\(left),0,\(left),0,\(sample % 2)"
    }
    let file = try folder.write("columns.csv", lines.joined(separator: "\n"))
    let data = try load(
      file,
      keys(["shift": 0, "flip": 1, "rotate": 0]).merging(["scale": .call(Call("standard"))]) { $1 })
    let changed = batch(data, [3])
    var row = changed.features.values
    data.scaling.undo(on: &row)
    let original = try load(file, unscaled).train.selecting([3]).features.values
    for (place, opposite) in [1, 0, 3, 2].enumerated() {
      #expect(abs(row[place] - original[opposite]) < 1e-5)
    }
  }

  @Test("scaling is fitted on images that have moved, so that no edge is divided by nothing")
  func scaling() throws {
    // A bright pixel in the middle of each image, and nothing at the edges.
    var pixels = [UInt8](repeating: 0, count: 600 * 25)
    for sample in 0..<600 { pixels[sample * 25 + 12] = UInt8(100 + sample % 100) }
    let file = try folder.write("dots", idx([600, 5, 5], pixels))
    let labels = try folder.write("answers", idx([600], (0..<600).map { UInt8($0 % 2) }))
    func load(_ more: [String: Argument]) throws -> Dataset {
      let files: [String: Argument] = [
        "train_labels": .text(labels), "test": .text(file), "test_labels": .text(labels),
        "scale": .call(Call("standard")),
      ]
      return try DatasetsTests.load(file, more.merging(files) { $1 })
    }
    let shifted = keys(["flip": 0, "rotate": 0, "shift": 2])
    let (plain, moved, still) = try (
      load([:]), load(shifted), load(keys(["flip": 0, "rotate": 0, "shift": 0]))
    )
    #expect(plain.scaling.spread.count { $0 == 0 } == 24)
    #expect(moved.scaling.spread.allSatisfy { $0 > 0 })
    #expect(still.scaling == plain.scaling)
    let largest = (1...3).flatMap { batch(moved, Array(0..<600), epoch: $0).features.values }.max()
    // A pixel is bright in about one of 25 images: 5 deviations, not thousands.
    #expect(try #require(largest) < 15)
  }

  @Test("the file tells the size of images, or else they are squares")
  func sizes() throws {
    #expect(try images(keys()).augmentation?.image == ImageShape(rows: 6, columns: 6))
    func csv(_ width: Int) throws -> String {
      try folder.write(
        "\(width).csv",
        (0..<6).map { row in
          ((0..<width).map { "\(row + $0)" } + ["\(row % 2)"]).joined(separator: ",")
        }.joined(separator: "\n"))
    }
    let square = try load(csv(16), keys())
    #expect(square.augmentation?.image == ImageShape(rows: 4, columns: 4))
    let planes = try load(csv(48), keys(["planes": 3]))
    #expect(planes.augmentation?.image == ImageShape(rows: 4, columns: 4, planes: 3))

    let wrong = refusal(try csv(48), keys())
    #expect(wrong?.code == DatasetErrorCodes.notImages && wrong?.place == .key("augment"))
    #expect(wrong?.hint?.contains("planes=3") == true)
    #expect(refusal(try csv(17), keys())?.hint?.contains("leave") == true)
    #expect(refusal(try csv(1), keys())?.code == DatasetErrorCodes.notImages)
    #expect(refusal(try csv(16), keys(["planes": 1024]))?.code == DatasetErrorCodes.notImages)
    let far = refusal(try csv(16), keys(["shift": 4]))
    #expect(far?.code == DatasetErrorCodes.badRequest && far?.place == .key("augment"))
  }

  @Test("generated samples are no images, and a file's planes are not to be contradicted")
  func refusals() throws {
    let generated = refusal(named: "madelon", keys().merging(["features": 400]) { $1 })
    #expect(generated?.code == DatasetErrorCodes.notImages)
    #expect(throws: DataError.self) { try images(keys(["planes": 4])) }
    let unknown = refusal(named: "madelon", ["augment": .call(Call("blur"))])
    #expect(unknown?.code == DatasetErrorCodes.unknownName && unknown?.place == .key("augment"))
  }

  @Test("an array's axes tell rows, columns and planes")
  func arrays() throws {
    func image(_ shape: [Int], drop: Bool = false) throws -> ImageShape? {
      let array = try SampleArray(
        nil, path: "a.npy", shape: shape,
        elements: .bytes([UInt8](repeating: 1, count: shape.reduce(1, *))))
      var options = TableOptions()
      if drop { options.drop = [.number(1)] }
      return array.image(options)
    }
    #expect(try image([5, 7, 6]) == ImageShape(rows: 7, columns: 6))
    #expect(try image([5, 3, 7, 6]) == ImageShape(rows: 7, columns: 6, planes: 3))
    #expect(
      try image([5, 7, 6, 3])
        == ImageShape(rows: 7, columns: 6, planes: 3, order: .pixelByPixel))
    #expect(try image([5, 42]) == nil && image([5, 7, 6, 8]) == nil)
    #expect(try image([5, 7, 0]) == nil && image([5, 7, 6], drop: true) == nil)
  }
}
