internal import Reports

/// Stop what runs; what came of it by then is kept.
struct InterruptRequest: ControlRequest {
  static let type = "interrupt_request"

  func reply(_ control: KernelControl) -> JSONValue {
    control.interrupt()
    return ["status": "ok"]
  }
}
