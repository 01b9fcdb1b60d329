internal import Sparse

/// The memory that a training takes, by what it is for; in bytes. Known before anything is taken.
public struct MemoryStatement: Sendable, Equatable {
  /// The connections: weights, their velocity, and where they lead.
  public var connections: UInt64 = 0
  /// The index of the connections by output, which passes of wide batches need.
  public var index: UInt64 = 0
  /// Biases and what activations train, with their velocity.
  public var neurons: UInt64 = 0
  /// The activations and gradients of a batch.
  public var workspace: UInt64 = 0
  /// Skip layers, which only training has, and what a batch takes in them.
  public var skips: UInt64 = 0
  /// What training keeps besides, such as counts by class.
  public var besides: UInt64 = 0
  /// The samples; they are there before training begins.
  public var data: UInt64 = 0
  /// What drawing or rewiring a layer takes for a while, as far as it goes beyond what is not yet
  /// there at that time.
  public var working: UInt64 = 0

  /// What stays as long as training goes on, its data apart.
  public var stored: UInt64 { sum([connections, index, neurons, workspace, skips, besides]) }

  /// The most at one time that is still to be taken: all but the data.
  public var toBeTaken: UInt64 { sum([stored, working]) }

  /// The most at one time.
  public var peak: UInt64 { sum([toBeTaken, data]) }

  private func sum(_ parts: [UInt64]) -> UInt64 {
    parts.reduce(0) { $0.addingReportingOverflow($1).overflow ? .max : $0 + $1 }
  }
}

extension NetworkPlan {
  /// What a training by this plan takes, but for `besides` and `data`. Allocates nothing.
  ///
  /// - Parameters:
  ///   - inputs: the features of the data.
  ///   - classes: the classes of the data.
  ///   - batch: the most samples that are passed through the network at once.
  ///   - skips: the skip layers that training carries, if any.
  /// - Throws: as `layers(inputs:classes:)`.
  public func memory(
    inputs: Int, classes: Int, batch: Int, skips: SkipPlan? = nil
  ) throws -> MemoryStatement {
    let layers = try layers(inputs: inputs, classes: classes)
    var memory = MemoryStatement()
    for layer in layers {
      memory.connections += layer.connectionBytes
      memory.index += layer.indexBytes(batch: batch)
    }
    memory.neurons = neuronBytes(layers)
    memory.workspace = workspaceBytes(layers, inputs: inputs, batch: batch)
    memory.skips = skips?.bytes(of: layers, batch: batch) ?? 0
    // A layer is drawn as 64-bit places, sorted beside themselves, when only weights are there yet;
    // it is rewired in place, with ten bytes or so for each connection that moves.
    let largest = layers.compactMap(\.connections).max().map { UInt64($0) } ?? 0
    let drawing = 16 * largest
    let later = memory.stored - memory.connections - memory.neurons
    memory.working = max(drawing > later ? drawing - later : 0, 10 * largest)
    return memory
  }

  private func neuronBytes(_ layers: [LayerPlan]) -> UInt64 {
    let hidden = layers.dropLast().reduce(UInt64(0)) { $0 + UInt64($1.columns) }
    let all = layers.reduce(UInt64(0)) { $0 + UInt64($1.columns) }
    return 8 * UInt64(trainedVectors) * hidden + (bias ? 8 * all : 0)
  }

  /// How many numbers a neuron's activation trains.
  private var trainedVectors: Int {
    var activation = activation
    var stream = RandomStream(seed: 0, purpose: .activation)
    activation.prepare(neurons: 1, layer: 1, stream: &stream)
    return activation.trained.count
  }

  /// The bytes of a workspace for so many samples at once: panels of 4-byte floats a neuron and sample,
  /// as far apart as rows of a panel are. The inputs, for each layer its sums, if hidden a dropout mask,
  /// and, as far as `contents` has them, activation and gradient; and a gradient for each bias and
  /// trained parameter.
  public func workspaceBytes(
    _ layers: [LayerPlan], inputs: Int, batch: Int, contents: WorkspaceContents = .training
  ) -> UInt64 {
    let padded = UInt64(Panel.stride(capacity: min(max(batch, 1), 1 << 40)))
    let all = layers.reduce(UInt64(0)) { $0 + UInt64($1.columns) }
    let hidden = all - UInt64(layers.last?.columns ?? 0)
    let floats =
      UInt64(inputs) + all + (contents >= .sums ? hidden : 0) + (contents == .training ? all : 0)
    let (panels, overflow) = (4 * padded).multipliedReportingOverflow(by: floats)
    let (masks, isMore) = (padded / 8).multipliedReportingOverflow(by: hidden)
    let gradients = 4 * all + 4 * UInt64(trainedVectors) * hidden
    let sum = panels.addingReportingOverflow(masks)
    let total = sum.partialValue.addingReportingOverflow(gradients)
    return overflow || isMore || sum.overflow || total.overflow ? .max / 2 : total.partialValue
  }
}

extension LayerPlan {
  /// Weight, velocity and, if sparse, column of each connection; and where rows begin.
  fileprivate var connectionBytes: UInt64 {
    guard let connections else { return 8 * UInt64(rows) * UInt64(columns) }
    return 12 * UInt64(connections) + 8 * UInt64(rows)
  }

  /// Row and position of each connection, and where columns begin, which is needed in any case.
  fileprivate func indexBytes(batch: Int) -> UInt64 {
    guard let connections else { return 0 }
    let whole = SparseMatrix.needsIndex(nonzeros: connections, batch: batch)
    return 8 * UInt64(columns) + (whole ? 8 * UInt64(connections) : 0)
  }
}
