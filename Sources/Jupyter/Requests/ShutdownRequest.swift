internal import Reports

/// End, perhaps to be started anew, which is the client's business.
struct ShutdownRequest: ControlRequest {
  static let type = "shutdown_request"

  /// Whether another kernel will be started.
  let restart: Bool?

  func reply(_ control: KernelControl) -> JSONValue {
    control.end()
    return ["status": "ok", "restart": .logic(restart ?? false)]
  }
}
