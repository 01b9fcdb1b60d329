internal import Sparse

/// How much memory a training may take.
public enum MemoryBound: Sendable, Equatable {
  /// What can be had of the machine.
  case available(UInt64)
  /// What the user allows, data included.
  case limit(UInt64)

  /// What can be had now, with no limit of the user's.
  public static var machine: MemoryBound { .available(MachineMemory.available) }

  /// Refuses what needs more.
  /// - Throws: `NetworkError.memory`.
  public func check(_ memory: MemoryStatement) throws {
    switch self {
    case .available(let bytes):
      guard memory.toBeTaken <= bytes else {
        throw NetworkError.memory(needed: memory.toBeTaken, bound: self)
      }
    case .limit(let bytes):
      guard memory.peak <= bytes else {
        throw NetworkError.memory(needed: memory.peak, bound: self)
      }
    }
  }
}
