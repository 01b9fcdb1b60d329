public import Sparse

extension Network {
  /// Passes a batch forward and its gradient back, and changes nothing: what `train` does without
  /// the step. Parameters as for `train`.
  ///
  /// For a while it takes 8 bytes for each connection of one layer. O(connections · batch).
  /// - Returns: how the batch went, and its gradients; these are nil where the loss is no finite
  ///   number. They hold until the workspace is used again.
  public func gradients(
    features: Features, labels: [Int32], indices: ArraySlice<Int>, dropout: DropoutAddress?,
    workspace: Workspace, engine: Engine
  ) -> (result: BatchResult, gradients: BatchGradients?) {
    engine.gather(features, indices: indices, into: workspace.input)
    forward(workspace, dropout: dropout, engine: engine)
    let result = loss(workspace, labels: labels, indices: indices, engine: engine)
    guard result.loss.isFinite else { return (result, nil) }
    for index in layers.indices.reversed().dropLast() {
      // A copy takes the step, of rate 0, and is let go of.
      var weights = layers[index].weights
      passBack(
        &weights, index, workspace, dropped: dropout != nil, adding: nil,
        step: MomentumStep(rate: 0), engine: engine)
    }
    return (result, BatchGradients(workspace))
  }
}
