extension Features {
  /// The samples at these positions, in this order, each as it is changed on the way. Bytes stay
  /// bytes under the same scale and are handed over unscaled; floats are handed over as they are
  /// kept. O(positions · width) besides what the change takes, divided among the threads.
  ///
  /// - Parameters:
  ///   - positions: which samples.
  ///   - engine: whose threads call; each sample is changed by one of them.
  ///   - bytes: writes a changed sample: gets the position, the bytes, and where they go.
  ///   - floats: the same for what is kept as floats.
  /// - Precondition: every position is that of a sample.
  public func selecting(
    _ positions: ArraySlice<Int>, on engine: Engine,
    bytes: (Int, UnsafeBufferPointer<UInt8>, UnsafeMutableBufferPointer<UInt8>) -> Void,
    floats: (Int, UnsafeBufferPointer<Float>, UnsafeMutableBufferPointer<Float>) -> Void
  ) -> Features {
    precondition(positions.allSatisfy { $0 >= 0 && $0 < count })
    var chosen = self
    switch storage {
    case .floats(let values):
      chosen.storage = .floats(changed(values, positions, on: engine, floats))
    case .bytes(let values, let scale):
      chosen.storage = .bytes(changed(values, positions, on: engine, bytes), scale)
    }
    return chosen
  }

  private func changed<Element>(
    _ elements: [Element], _ positions: ArraySlice<Int>, on engine: Engine,
    _ change: (Int, UnsafeBufferPointer<Element>, UnsafeMutableBufferPointer<Element>) -> Void
  ) -> [Element] {
    [Element](unsafeUninitializedCapacity: positions.count * width) { room, filled in
      filled = positions.count * width
      elements.withUnsafeBufferPointer { elements in
        engine.runEvenly(positions.count, weight: Self.changeWork * width) { range in
          for place in range {
            let position = positions[positions.startIndex + place]
            change(
              position,
              UnsafeBufferPointer(rebasing: elements[position * width..<(position + 1) * width]),
              UnsafeMutableBufferPointer(rebasing: room[place * width..<(place + 1) * width]))
          }
        }
      }
    }
  }

  /// What a changed number costs, in multiply–adds of 16 lanes.
  private static let changeWork = 4
}
