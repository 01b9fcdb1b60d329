extension Arguments {
  /// These arguments, with the defaults of `parameters` for those that are absent.
  public func completed(by parameters: [Parameter]) -> Arguments {
    var complete = self
    for parameter in parameters where !has(parameter.name) {
      complete[parameter.name] = parameter.standard
    }
    return complete
  }
}
