internal import Catalogue
internal import Datasets
internal import Language
internal import Networks
internal import Training

extension Invocation {
  /// The value of the one subject expression.
  func subjectValue() -> Value {
    guard case .values(let values) = subject, let value = values.first else {
      preconditionFailure("the checker lets `\(verb.about.name)` through only with a subject")
    }
    return value
  }

  /// The subject as an object of the session.
  func subjectObject() throws -> any SessionObject {
    guard case .object(let object) = subjectValue(), let known = object as? any SessionObject
    else { throw WorkbenchError.notAnObject(subjectValue().kindName) }
    return known
  }

  /// The subject as a plan that can be trained.
  func networkPlan() throws -> NetworkPlan {
    guard let network = try subjectObject() as? NetworkObject else {
      throw WorkbenchError.notAnObject(subjectValue().kindName)
    }
    return try network.plan()
  }

  /// The data set given for a key.
  func dataset(_ key: String) throws -> DatasetObject {
    guard case .object(let object)? = arguments[key], let data = object as? DatasetObject else {
      throw WorkbenchError.notData(key: key)
    }
    return data
  }
}

extension NetworkObject {
  /// The plan to train by.
  /// - Throws: `WorkbenchError.noPlan` for a network that `load` read.
  func plan() throws -> NetworkPlan {
    switch content {
    case .plan(let plan): return plan
    case .trained(let run): return run.plan
    case .saved(_, let path): throw WorkbenchError.noPlan(path: path)
    }
  }

  /// The network with its weights.
  /// - Throws: `WorkbenchError.untrained` for a plan.
  func saved(script: String? = nil) throws -> SavedNetwork {
    switch content {
    case .saved(let saved, _): return saved
    case .trained(let run): return SavedNetwork(run, script: script)
    case .plan: throw WorkbenchError.untrained
    }
  }
}
