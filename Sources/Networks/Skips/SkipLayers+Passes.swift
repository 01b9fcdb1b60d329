internal import Sparse

extension SkipLayers {
  /// Adds to the scores in the workspace what the skip layers that are `present` make of what they
  /// read; no rescaling for those that are not.
  func forward(
    _ present: [Bool], _ workspace: Workspace, _ scratch: SkipWorkspace, engine: Engine
  ) {
    for (index, skip) in layers.enumerated() where present[index] {
      skip.weights.forward(
        workspace.outputs(ofLayer: skip.layer - 1), bias: skip.bias.values, into: scratch.scores,
        on: engine
      ) { engine.add($0, of: scratch.scores, to: workspace.scores) }
    }
  }

  /// A step on the skip layers that are `present`, by the gradient by the scores.
  ///
  /// - Returns: for each layer of the network (from 0) that a present skip layer stands beside, the
  ///   loss's derivative by what both read, as far as it comes through the skip layer.
  mutating func backward(
    _ present: [Bool], scoreGradient: Panel, _ workspace: Workspace, _ scratch: SkipWorkspace,
    step: MomentumStep, engine: Engine
  ) -> [Int: Panel] {
    let plain = MomentumStep(rate: step.rate, momentum: step.momentum, decay: 0)
    var gradients: [Int: Panel] = [:]
    engine.rowSums(0..<scoreGradient.features, of: scoreGradient, into: scratch.biasGradient)
    for index in layers.indices where present[index] {
      let layer = layers[index].layer
      layers[index].weights.backward(
        input: workspace.outputs(ofLayer: layer - 1), outputGradient: scoreGradient,
        inputGradient: scratch.gradients[index], step: step, on: engine)
      layers[index].bias.step(gradient: scratch.biasGradient, plain, engine: engine)
      gradients[layer - 1] = scratch.gradients[index]
    }
    return gradients
  }
}
