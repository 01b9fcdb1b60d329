internal import Datasets
internal import Networks

/// How the topology of a run changed, in at most 64 snapshots spread evenly over all topologies it had:
/// when there is no more room, every other one goes and from then on fewer are taken.
///
/// At most 600 kB, whatever the network; what it costs is to look at each connection of a sparse layer
/// twice for each snapshot, of which a training of n topologies takes at most 64 + 32 · log₂(n / 64).
public struct TopologyHistory: Sendable, Equatable {
  /// The most snapshots that are kept.
  public static let limit = 64
  /// The most groups of neurons on a side; fewer where there are more than three sparse layers.
  public static let side = 48

  /// The followed layers, counted from 1: the sparse ones, at most 128 of them.
  public let layers: [Int]
  /// What was kept, by epoch.
  public private(set) var snapshots: [TopologySnapshot] = []

  private let groups: Int
  private let image: ImageShape?
  /// How many topologies lie between one that is kept and the next.
  private var stride = 1
  private var topologies = 0
  /// Whether the newest topology was left out.
  private var isBehind = false

  /// The history of a network that has not been trained.
  init(of network: Network, image: ImageShape?) {
    let sparse = network.layers.indices.filter { network.layers[$0].isSparse }
    layers = sparse.prefix(128).map { $0 + 1 }
    // 8,192 cells a snapshot, shared among the layers: 90 groups a side for one would be too fine.
    let share = Double(8192 / max(layers.count, 1)).squareRoot()
    groups = min(Self.side, max(Int(share), 8))
    self.image = image
  }

  /// Takes note of a topology that was not there before, after the first epoch that trained it.
  mutating func insert(_ network: Network, epoch: Int) {
    guard !layers.isEmpty else { return }
    isBehind = !topologies.isMultiple(of: stride)
    topologies += 1
    guard !isBehind else { return }
    append(network, epoch)
    guard snapshots.count == Self.limit else { return }
    snapshots = snapshots.indices.filter { $0.isMultiple(of: 2) }.map { snapshots[$0] }
    stride *= 2
    isBehind = true
  }

  /// Ends the history with the topology that training left.
  /// - Parameter changed: whether it is one that was not there before.
  mutating func finish(_ network: Network, epoch: Int, changed: Bool) {
    guard !layers.isEmpty, changed || isBehind else { return }
    append(network, epoch)
    isBehind = false
  }

  private mutating func append(_ network: Network, _ epoch: Int) {
    snapshots.append(
      TopologySnapshot(
        epoch: epoch, of: network, following: layers.map { $0 - 1 }, side: groups, image: image))
  }
}
