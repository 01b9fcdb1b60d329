internal import Training

extension SessionObject {
  /// The trained network of a run, or one that was loaded, and the data to test it on: those given,
  /// or else those of the run.
  /// - Throws: `WorkbenchError.noData` for a loaded network without data, `.untrained` for a plan,
  ///   `.notAnObject` for anything else.
  func trained(
    testedOn given: DatasetObject?
  ) throws -> (network: SavedNetwork, data: DatasetObject) {
    switch self {
    case let object as RunObject: return (SavedNetwork(object.run), given ?? object.data)
    case let object as NetworkObject:
      let network = try object.saved()
      guard let given else { throw WorkbenchError.noData }
      return (network, given)
    default: throw WorkbenchError.notAnObject(kind)
    }
  }
}
