internal import Reports

/// A request of the debug adapter protocol, of which this kernel speaks nothing, as `kernel_info` says.
struct DebugRequest: ControlRequest {
  static let type = "debug_request"

  /// The request's number.
  let seq: Int?
  /// What is asked for.
  let command: String?

  func reply(_ control: KernelControl) -> JSONValue {
    [
      "type": "response", "request_seq": .integer(seq ?? 0), "success": false,
      "command": .text(command ?? ""), "message": "this kernel has no debugger",
    ]
  }
}
