internal import Catalogue
internal import Datasets
internal import Language
internal import Networks
internal import Training

/// The grid of a comparison: which trials its factors make.
struct Sweep {
  /// What one run is made of.
  struct Trial {
    var plan: NetworkPlan
    var data: DatasetObject
    var arguments: Arguments
  }

  /// The most runs of one comparison.
  static let mostRuns = 100_000

  /// What varies, with the values as a script writes them. Several networks are a factor too, the
  /// first.
  let factors: [Study.Factor]
  /// For each run the index of each factor's value.
  let combinations: [[Int]]

  private let networks: [NetworkPlan]
  private let values: [[Argument]]
  private let data: DatasetObject
  private let arguments: Arguments
  private let cache = DataCache()

  /// The grid that a statement asks for.
  /// - Throws: `WorkbenchError` where there are too many runs.
  init(_ invocation: Invocation, in session: Session) throws {
    guard case .values(let subjects) = invocation.subject else {
      preconditionFailure("the checker lets `compare` through only with a network")
    }
    let networks = try subjects.map { subject in
      guard case .object(let object) = subject, let network = object as? NetworkObject else {
        throw WorkbenchError.notAnObject(subject.kindName)
      }
      return (network.name, try network.plan())
    }
    var factors = invocation.factors.map { Study.Factor($0.name, $0.texts) }
    var values = invocation.factors.map(\.values)
    if networks.count > 1 {
      let names = networks.map { $0.0 ?? $0.1.shape.description }
      factors.insert(Study.Factor("network", names), at: 0)
      values.insert(networks.indices.map { .number(Double($0)) }, at: 0)
    }
    self.factors = factors
    self.values = values
    self.networks = networks.map(\.1)
    data = try Self.data(of: invocation)
    var arguments = invocation.arguments
    session.complete(&arguments, given: invocation.given)
    self.arguments = arguments
    var count = 1
    for list in values {
      let (product, overflow) = count.multipliedReportingOverflow(by: list.count)
      guard !overflow, product <= Self.mostRuns else {
        throw WorkbenchError.tooManyRuns(overflow ? Int.max : product)
      }
      count = product
    }
    combinations = values.reduce([[]]) { partial, list in
      partial.flatMap { head in list.indices.map { head + [$0] } }
    }
    // A combination that makes no sense is found before any is looked at.
    for combination in combinations { _ = try settled(combination) }
  }

  /// The values of a combination as a script writes them.
  func assignment(_ combination: [Int]) -> [String] {
    zip(factors, combination).map { $0.values[$1] }
  }

  /// The first value of the first factor.
  var baseline: Value { factors.first?.values.first.map { .text($0) } ?? .nothing }

  /// What a combination trains, unless its data are still to be loaded.
  func trialAtHand(_ combination: [Int]) throws -> Trial? {
    let (trial, dataArguments) = try settled(combination)
    return dataArguments.names.isEmpty ? trial : nil
  }

  /// What a combination trains.
  func trial(_ combination: [Int]) throws -> Trial {
    let (trial, dataArguments) = try settled(combination)
    guard !dataArguments.names.isEmpty else { return trial }
    var loaded = trial
    loaded.data = try cache.load(data.request, with: dataArguments)
    return loaded
  }

  /// The data set of the statement; where that is a factor, its first value stands in for it.
  private static func data(of invocation: Invocation) throws -> DatasetObject {
    if let factor = invocation.factors.first(where: { $0.name == "data" }),
      case .object(let object)? = factor.values.first, let data = object as? DatasetObject
    {
      return data
    }
    return try invocation.dataset("data")
  }

  /// The trial but for its data, and the keys of the data that vary.
  private func settled(_ combination: [Int]) throws -> (Trial, Arguments) {
    var plan = networks[0]
    var arguments = arguments
    var data = data
    var network = Arguments()
    var dataArguments = Arguments()
    var policy: [(name: String, value: Argument)] = []
    for (factor, (index, values)) in zip(factors, zip(combination, values)) {
      let value = values[index]
      switch factor.name {
      case "network": plan = networks[index]
      case "data":
        if case .object(let object) = value, let other = object as? DatasetObject { data = other }
      case _ where TrainingSettings.parameters.contains { $0.name == factor.name }:
        arguments[factor.name] = value
      case _ where NetworkPlan.parameters.contains { $0.name == factor.name }:
        network[factor.name] = value
      case _
      where DataRequest.parameters.contains { $0.name == factor.name }
        || DatasetSources.all.contains { $0.about.parameter(factor.name) != nil }:
        dataArguments[factor.name] = value
      default: policy.append((factor.name, value))
      }
    }
    try set(policy, in: &arguments)
    for name in dataArguments.names
    where !DataRequest.parameters.contains(where: { $0.name == name }) {
      // The keys of a generator, which files and other generators have not.
      guard data.request.arguments.has(name) else {
        throw WorkbenchError.dataFactor(name: name, data: data.dataset.name)
      }
    }
    try checkValidation(for: arguments.call("stop"), data, dataArguments)
    if !network.names.isEmpty {
      var complete = plan.arguments
      for name in network.names { complete[name] = network[name] }
      plan = try NetworkPlan(shape: plan.shape, arguments: complete)
    }
    return (Trial(plan: plan, data: data, arguments: arguments), dataArguments)
  }

  /// Sees to it that a stopping criterion has samples to judge by, under the keys of the data that
  /// vary.
  private func checkValidation(
    for stop: Call, _ data: DatasetObject, _ varied: Arguments
  ) throws {
    guard type(of: try StoppingCriteria.make(stop)).needsValidation else { return }
    let share = varied.optionalNumber("validation")
    guard share.map({ $0 > 0 }) ?? (data.dataset.validation != nil) else {
      throw TrainingError.noValidation(criterion: stop.name)
    }
  }

  /// Sets keys of the policy itself, which must have them.
  private func set(
    _ keys: [(name: String, value: Argument)], in arguments: inout Arguments
  ) throws {
    guard !keys.isEmpty else { return }
    let call = arguments.call("policy")
    let about = Words.vocabulary.thing(call.name, in: .policy)
    var own = call.arguments
    for (name, value) in keys {
      guard about?.parameter(name) != nil else {
        throw WorkbenchError.factor(name: name, policy: call.name)
      }
      own[name] = value
    }
    arguments["policy"] = .call(Call(call.name, own))
  }
}

/// Data sets that were loaded again under other keys, each once.
private final class DataCache {
  private var loaded: [String: DatasetObject] = [:]

  func load(_ request: DataRequest, with arguments: Arguments) throws -> DatasetObject {
    var complete = request.arguments
    for name in arguments.names { complete[name] = arguments[name] }
    let key = Call("data", complete).description
    if let known = loaded[key] { return known }
    let again = DataRequest(
      subject: request.subject, arguments: complete, dataDirectory: request.dataDirectory,
      relativeTo: request.baseDirectory)
    let object = DatasetObject(dataset: try again.load(), request: again)
    loaded[key] = object
    return object
  }
}
