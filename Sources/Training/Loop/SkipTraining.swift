internal import Datasets
internal import Networks
internal import Sparse

/// The skip layers that a training carries beside its network, with what their passes need.
struct SkipTraining {
  /// Their state.
  var layers: SkipLayers
  private let scratch: SkipWorkspace

  /// Skip layers as training begins; nil where the network has no sparse layer that they could
  /// stand beside.
  init?(of network: Network, by plan: SkipPlan, batch: Int, seed: UInt64) {
    layers = SkipLayers(of: network, by: plan, seed: seed)
    guard !layers.layers.isEmpty else { return nil }
    scratch = SkipWorkspace(for: layers, of: network, capacity: batch)
  }

  /// One step on the network and on those skip layers that the batch is not to leave out; without
  /// any of them as if there were none.
  mutating func train(
    _ network: inout Network, _ samples: Samples, _ indices: ArraySlice<Int>, step: MomentumStep,
    dropout: DropoutAddress, workspace: Workspace, engine: Engine
  ) -> BatchResult {
    let present = layers.present(seed: dropout.seed, epoch: dropout.epoch, batch: dropout.batch)
    guard present.contains(true) else {
      return network.train(
        features: samples.features, labels: samples.labels, indices: indices, step: step,
        dropout: dropout, workspace: workspace, engine: engine)
    }
    return network.train(
      features: samples.features, labels: samples.labels, indices: indices, step: step,
      dropout: dropout, workspace: workspace, skips: &layers, present: present,
      scratch: scratch, engine: engine)
  }
}
