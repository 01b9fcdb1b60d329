internal import Reports
internal import Workbench

/// What the kernel and its language are.
struct KernelInfoRequest: ControlRequest {
  static let type = "kernel_info_request"

  func reply(_ control: KernelControl) -> JSONValue {
    [
      "status": "ok", "protocol_version": .text(MessageHeader.protocolVersion),
      "implementation": "sparsesh", "implementation_version": .text(Version.text),
      "language_info": [
        "name": "sparsesh", "version": .text(Version.text), "mimetype": "text/x-sparsesh",
        // Comments, texts, numbers and `and or not` look as in Python, which every front end knows.
        "file_extension": ".sparse", "pygments_lexer": "python", "codemirror_mode": "python",
      ],
      "banner": .text(
        "sparsesh \(Version.text): sparse neural networks, trained sparse from the start"),
      "debugger": false, "help_links": [], "supported_features": [],
    ]
  }
}
