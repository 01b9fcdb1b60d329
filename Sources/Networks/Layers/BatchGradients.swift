public import Sparse

/// What the gradient of one batch is made of, layer by layer: what each read, and the loss's derivative
/// by its weighted sums. The gradient by the weight of any cell, whether it is a connection or not, is
/// the product of the two: ∂L/∂w_ij = Σ_s x_is · δ_js, as `ProductBlock` sums it up.
///
/// It refers to a workspace and holds until that is used again.
public struct BatchGradients: Sendable {
  private let panels: [(inputs: Panel, gradient: Panel)]

  init(_ workspace: Workspace) {
    panels = workspace.layers.indices.map { index in
      (workspace.outputs(ofLayer: index), workspace.gradient(ofLayer: index + 1))
    }
  }

  /// What a layer, counted from 1, read: inputs × batch, as they came, dropout applied.
  public func inputs(ofLayer layer: Int) -> Panel { panels[layer - 1].inputs }

  /// The derivative of the batch's mean loss by a layer's weighted sums: neurons × batch.
  public func sums(ofLayer layer: Int) -> Panel { panels[layer - 1].gradient }
}
