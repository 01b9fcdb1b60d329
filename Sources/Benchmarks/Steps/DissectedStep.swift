package import Networks
package import Sparse

/// The training step of `Network.train`, to the bit, with the clock read between its parts: also
/// between a block of neurons and what follows it while it is hot, so that each part is measured
/// where it really runs. For one thread.
package final class DissectedStep {
  /// The network as the steps so far left it.
  package private(set) var network: Network
  private let data: SyntheticData
  private let batch: Int
  private let engine: Engine
  private let panels: [StepPanels]
  private let input: Panel
  private var number = 0
  private var clock = 0.0
  private var current: [StepPart: Double] = [:]
  /// Seconds of each part, one number a step.
  package private(set) var seconds: [StepPart: [Double]] = [:]

  /// A network and what to train it on.
  /// - Precondition: the engine has one thread.
  package init(_ network: Network, _ data: SyntheticData, batch: Int, on engine: Engine) {
    precondition(engine.threads == 1)
    self.network = network
    self.data = data
    self.batch = batch
    self.engine = engine
    input = Panel(features: network.inputs, capacity: batch)
    panels = network.layers.map { StepPanels(for: $0, capacity: batch) }
  }

  /// One step; its parts are added to `seconds`.
  package func step() {
    current = [:]
    clock = Clock.now
    let indices = data.batch(number, of: batch)
    engine.gather(data.features, indices: indices, into: input)
    lap(.gather)
    forward()
    let last = panels[panels.count - 1]
    _ = engine.softmaxLoss(
      last.sums, labels: indices.map { data.labels[$0] }, gradient: last.gradient)
    engine.rowSums(0..<network.classes, of: last.gradient, into: last.biasGradient)
    lap(.loss)
    backward()
    number += 1
    for part in StepPart.all(layers: network.layers.count) {
      seconds[part, default: []].append(current[part] ?? 0)
    }
  }

  /// Books the time since the last lap.
  private func lap(_ part: StepPart) {
    let now = Clock.now
    current[part, default: 0] += now - clock
    clock = now
  }

  private func forward() {
    let address = DropoutPlace.address(batch: number)
    let dropout = Dropout(rate: network.dropout)
    for (index, layer) in network.layers.enumerated() {
      let (scratch, input) = (panels[index], index == 0 ? input : panels[index - 1].outputs)
      let part = StepPart.forward(layer: index + 1)
      let isOutput = index == network.layers.count - 1
      scratch.outputs.batch = input.batch
      layer.weights.product(input, bias: layer.bias?.values, into: scratch.sums, on: engine) {
        range in
        if isOutput { return }
        self.lap(part)
        layer.activation.forward(range, of: scratch.sums, into: scratch.outputs, on: engine)
        self.lap(.activation)
        if network.dropout > 0 {
          engine.drop(
            range, of: scratch.outputs, dropout, at: address(index + 1), mask: scratch.mask)
          self.lap(.dropout)
        }
      }
      lap(part)
    }
  }

  private func backward() {
    let dropout = network.dropout > 0 ? Dropout(rate: network.dropout) : nil
    for index in network.layers.indices.reversed() {
      let below = index > 0 ? panels[index - 1] : nil
      let activation = index > 0 ? network.layers[index - 1].activation : nil
      let part = StepPart.backward(layer: index + 1)
      network.layers[index].weights.step(
        input: below?.outputs ?? input, outputGradient: panels[index].gradient,
        inputGradient: below?.gradient, step: TrainingWork.step, on: engine
      ) { range in
        guard let below, let activation else { return }
        self.lap(part)
        if let dropout {
          engine.applyMask(range, of: below.gradient, dropout, mask: below.mask)
          self.lap(.mask)
        }
        activation.backward(
          range, of: below.sums, gradient: below.gradient, biasGradient: below.biasGradient,
          gradients: below.gradients, on: engine)
        self.lap(.derivative)
      }
      lap(part)
      update(index)
      lap(.parameters)
    }
  }

  /// The step of a layer's biases and trained parameters.
  private func update(_ index: Int) {
    let scratch = panels[index]
    network.layers[index].bias?.step(against: scratch.biasGradient, on: engine)
    for (place, gradient) in scratch.gradients.vectors.enumerated() {
      network.layers[index].activation.trained[place].step(against: gradient, on: engine)
    }
  }
}

extension TrainedVector {
  /// One step against a gradient.
  fileprivate mutating func step(against gradient: Vector, on engine: Engine) {
    engine.update(&values, velocity: &velocity, gradient: gradient, step: TrainingWork.step)
  }
}

extension DropoutPlace {
  /// Where the masks of a batch stand: those that `TrainingWork` takes.
  fileprivate static func address(batch: Int) -> (_ layer: Int) -> DropoutPlace {
    { DropoutPlace(seed: 1, epoch: 1, layer: $0, batch: batch) }
  }
}
