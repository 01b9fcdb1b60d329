internal import Catalogue
internal import Datasets
internal import FoundationEssentials
internal import Language
internal import Networks
internal import Training

extension Invocation {
  /// The folder from which the path of a file to read counts: the current one, or the script's if
  /// only that holds the file. Relative where the script's own path is, so that messages and
  /// reports name files as their reader does.
  func folder(of path: String) -> String {
    guard !path.hasPrefix("/"), !path.hasPrefix("~"),
      let slash = span.source.name.lastIndex(of: "/")
    else { return "." }
    let beside = String(span.source.name[..<slash])
    // Links that lead nowhere are there too, for the reader to complain about.
    let isThere = { (try? FileManager.default.attributesOfItem(atPath: $0)) != nil }
    return !isThere(path) && isThere(beside + "/" + path) ? beside : "."
  }

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
