internal import FoundationEssentials
package import Reports

/// What tells Jupyter of the kernel: a folder with `kernel.json` and a logo (Jupyter, "Kernel specs").
package struct KernelSpecification {
  /// The name by which notebooks ask for the kernel.
  package static let name = "sparsesh"

  /// The program that Jupyter is to start.
  private let program: String

  /// A specification that starts the program at a path.
  package init(program: String) { self.program = program }

  /// Where Jupyter looks for a user's kernels: in `JUPYTER_DATA_DIR`, or in `jupyter` in
  /// `XDG_DATA_HOME` or in `~/.local/share`. Nil if there is no such place.
  package static func userFolder(environment: [String: String]) -> String? {
    func folder(_ name: String) -> String? {
      environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let data =
      folder("JUPYTER_DATA_DIR") ?? folder("XDG_DATA_HOME").map { $0 + "/jupyter" }
      ?? folder("HOME").map { $0 + "/.local/share/jupyter" }
    return data.map { $0 + "/kernels" }
  }

  /// Where Jupyter looks for the kernels of an installation, such as a virtual environment.
  package static func folder(prefix: String) -> String { prefix + "/share/jupyter/kernels" }

  /// Writes the files, each whole or not at all. Returns the folder.
  /// - Throws: `ReportError.unwritable`.
  package func install(in folder: String) throws(ReportError) -> String {
    let own = folder + "/" + Self.name
    try FileWriting.replace(own + "/logo-svg.svg", with: KernelLogo.svg)
    // Last: a folder without it is no kernel yet.
    try FileWriting.replace(own + "/kernel.json", with: json.pretty + "\n")
    return own
  }

  private var json: JSONValue {
    [
      "argv": [.text(program), "kernel", "run", "-f", "{connection_file}"],
      "display_name": "sparsesh", "language": "sparsesh", "interrupt_mode": "message",
      "kernel_protocol_version": .text(MessageHeader.protocolVersion),
      "metadata": ["debugger": false],
    ]
  }
}
