public import Sparse

extension Network {
  /// Passes samples forward, compares with their labels, passes the gradient back and takes one
  /// step with the mean gradient: one batch of training.
  ///
  /// Where the loss is no finite number, nothing is changed.
  /// - Parameters:
  ///   - features: those of all samples, `inputs` each.
  ///   - labels: the class of each sample, from 0.
  ///   - indices: the samples of the batch, at least one, at most the workspace's capacity.
  ///   - step: rate, momentum and decay.
  ///   - dropout: the masks to use; nil for none.
  /// - Returns: the loss and the rightly classified samples of the batch, before the step.
  public mutating func train(
    features: Features, labels: [Int32], indices: ArraySlice<Int>, step: MomentumStep,
    dropout: DropoutAddress?, workspace: Workspace, engine: Engine
  ) -> BatchResult {
    engine.gather(features, indices: indices, into: workspace.input)
    workspace.whenFinished?(.gather)
    forward(workspace, dropout: dropout, engine: engine)
    let result = loss(workspace, labels: labels, indices: indices, engine: engine)
    if result.loss.isFinite {
      backward(workspace, dropped: dropout != nil, step: step, engine: engine)
    }
    return result
  }

  /// Passes samples forward and says which class has the highest score for each, and how that
  /// compares with their labels. Parameters as for `train`.
  public func predict(
    features: Features, labels: [Int32], indices: ArraySlice<Int>, dropout: DropoutAddress? = nil,
    workspace: Workspace, engine: Engine
  ) -> (result: BatchResult, predictions: [Int32]) {
    engine.gather(features, indices: indices, into: workspace.input)
    forward(workspace, dropout: dropout, engine: engine)
    let loss = workspace.predictions.withUnsafeMutableBufferPointer {
      engine.softmaxLoss(workspace.scores, labels: indices.map { labels[$0] }, predictions: $0)
    }
    return (
      BatchResult(loss: loss.sum, correct: loss.correct),
      Array(workspace.predictions.prefix(indices.count))
    )
  }

  /// From the inputs in the workspace to the scores, or through the first `count` layers.
  func forward(
    _ workspace: Workspace, layers count: Int = .max, dropout address: DropoutAddress?,
    engine: Engine
  ) {
    let dropout = Dropout(rate: dropout)
    for (index, layer) in layers.prefix(count).enumerated() {
      let scratch = workspace.layers[index]
      let input = workspace.outputs(ofLayer: index)
      let place = self.dropout > 0 ? address?.place(layer: index + 1) : nil
      let isOutput = index == layers.count - 1
      scratch.outputs.batch = input.batch
      layer.weights.forward(input, bias: layer.bias?.values, into: scratch.sums, on: engine) {
        range in
        workspace.whenFinished?(.forward(layer: index + 1))
        if isOutput { return }
        layer.activation.forward(range, of: scratch.sums, into: scratch.outputs, on: engine)
        workspace.whenFinished?(.activation)
        if let place {
          engine.drop(range, of: scratch.outputs, dropout, at: place, mask: scratch.mask)
          workspace.whenFinished?(.dropout)
        }
      }
      workspace.whenFinished?(.forward(layer: index + 1))
    }
  }

  /// From the scores in the workspace and the labels of the samples to the loss and its derivative by
  /// the scores.
  func loss(
    _ workspace: Workspace, labels: [Int32], indices: ArraySlice<Int>, engine: Engine
  ) -> BatchResult {
    let loss = engine.softmaxLoss(
      workspace.scores, labels: indices.map { labels[$0] },
      gradient: workspace.gradient(ofLayer: layers.count))
    return BatchResult(loss: loss.sum, correct: loss.correct)
  }

  /// From the gradient by the scores in the workspace to a step on all weights, biases and trained
  /// parameters; `dropped` tells whether the batch was passed forward with dropout. `adding` holds, by
  /// layer (from 0), further gradient by what the layer reads.
  mutating func backward(
    _ workspace: Workspace, dropped: Bool, adding gradients: [Int: Panel] = [:],
    step: MomentumStep, engine: Engine
  ) {
    let last = workspace.layers[layers.count - 1]
    engine.rowSums(0..<classes, of: last.gradient, into: last.biasGradient)
    workspace.whenFinished?(.loss)
    for index in layers.indices.reversed().dropLast() {
      // The weights are out while they are changed, so that they are held here alone.
      var weights = Weights.empty
      swap(&weights, &layers[index].weights)
      passBack(
        &weights, index, workspace, dropped: dropped, adding: gradients[index], step: step,
        engine: engine)
      swap(&weights, &layers[index].weights)
      workspace.whenFinished?(.backward(layer: index + 1))
      layers[index].update(workspace.layers[index], step: step, engine: engine)
      workspace.whenFinished?(.parameters)
    }
    let first = workspace.layers[0]
    layers[0].weights.backward(
      input: workspace.input, outputGradient: first.gradient, inputGradient: nil, step: step,
      on: engine
    ) { _ in }
    workspace.whenFinished?(.backward(layer: 1))
    layers[0].update(first, step: step, engine: engine)
    workspace.whenFinished?(.parameters)
  }

  /// From the gradient by the sums of the layer at `index`, which is not the first, to that by the sums
  /// of the layer below, and a step on `weights`, which are the layer's.
  func passBack(
    _ weights: inout Weights, _ index: Int, _ workspace: Workspace, dropped: Bool,
    adding gradient: Panel?, step: MomentumStep, engine: Engine
  ) {
    let dropout = self.dropout > 0 && dropped ? Dropout(rate: self.dropout) : nil
    let (below, activation) = (workspace.layers[index - 1], layers[index - 1].activation)
    weights.backward(
      input: below.outputs, outputGradient: workspace.layers[index].gradient,
      inputGradient: below.gradient, step: step, on: engine
    ) { range in
      workspace.whenFinished?(.backward(layer: index + 1))
      if let gradient { engine.add(range, of: gradient, to: below.gradient) }
      if let dropout {
        engine.applyMask(range, of: below.gradient, dropout, mask: below.mask)
        workspace.whenFinished?(.mask)
      }
      activation.backward(
        range, of: below.sums, gradient: below.gradient, biasGradient: below.biasGradient,
        gradients: below.gradients, on: engine)
      workspace.whenFinished?(.derivative)
    }
  }
}

extension Layer {
  /// The step on biases and trained parameters, which are not decayed.
  fileprivate mutating func update(_ scratch: LayerScratch, step: MomentumStep, engine: Engine) {
    let plain = MomentumStep(rate: step.rate, momentum: step.momentum, decay: 0)
    bias?.step(gradient: scratch.biasGradient, plain, engine: engine)
    for (index, gradient) in scratch.gradients.vectors.enumerated() {
      // Where they are: to take them out and put them back would copy them.
      activation.trained[index].step(gradient: gradient, plain, engine: engine)
    }
  }
}

extension TrainedVector {
  /// One step against a gradient.
  mutating func step(gradient: Vector, _ step: MomentumStep, engine: Engine) {
    engine.update(&values, velocity: &velocity, gradient: gradient, step: step)
  }
}
