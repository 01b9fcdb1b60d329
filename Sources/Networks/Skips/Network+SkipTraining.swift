public import Sparse

extension Network {
  /// One batch of training of the network together with skip layers: as `train` without them, but the
  /// scores are those of the network and of the skip layers that are `present`, and the step is on
  /// the weights of both. What skip layers read gets their gradient as well.
  ///
  /// - Parameters:
  ///   - skips: skip layers of this network; those that are not present stay as they are.
  ///   - present: whether each takes part; as many as there are skip layers.
  ///   - scratch: storage for their passes.
  /// - Returns: the loss and the rightly classified samples of the batch, skip layers included, before
  ///   the step.
  public mutating func train(
    features: Features, labels: [Int32], indices: ArraySlice<Int>, step: MomentumStep,
    dropout: DropoutAddress?, workspace: Workspace, skips: inout SkipLayers, present: [Bool],
    scratch: SkipWorkspace, engine: Engine
  ) -> BatchResult {
    precondition(present.count == skips.layers.count)
    engine.gather(features, indices: indices, into: workspace.input)
    forward(workspace, dropout: dropout, engine: engine)
    skips.forward(present, workspace, scratch, engine: engine)
    let result = loss(workspace, labels: labels, indices: indices, engine: engine)
    if result.loss.isFinite {
      let gradients = skips.backward(
        present, scoreGradient: workspace.gradient(ofLayer: layers.count), workspace, scratch,
        step: step, engine: engine)
      backward(
        workspace, dropped: dropout != nil, adding: gradients, step: step, engine: engine)
    }
    return result
  }
}
