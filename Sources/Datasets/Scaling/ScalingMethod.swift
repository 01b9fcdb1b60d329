public import Catalogue

/// A way to scale features, fitted on the training samples.
public protocol ScalingMethod: Buildable {
  /// The scaling that suits these samples. O(features).
  func fit(_ samples: Samples) -> Scaling
}

/// All scaling methods.
public enum ScalingMethods {
  /// Every registered method, the default first.
  public static let all: [any ScalingMethod.Type] = [
    StandardScaling.self, MinMaxScaling.self, NoScaling.self,
  ]

  /// Builds the method that `call` names.
  /// - Throws: `DataError` (E0625) for a name that is not registered.
  public static func build(_ call: Call) throws -> any ScalingMethod {
    guard let type = all.first(where: { $0.about.name == call.name }) else {
      throw DataError.unknown("scaling", call.name, among: all.map { $0.about.name }, key: "scale")
    }
    return try type.init(call.arguments.completed(by: type.about.parameters))
  }
}
