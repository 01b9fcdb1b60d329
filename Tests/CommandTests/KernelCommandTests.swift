import Foundation
import TestSupport
import Testing

/// `sparsesh kernel`: what is wrong is said with a code, and the exit code is 2.
struct KernelCommandTests {
  private func connection(_ change: [String: Any]) throws -> Data {
    var members: [String: Any] = [
      "ip": "127.0.0.1", "key": "k", "transport": "tcp", "shell_port": 1, "control_port": 2,
      "iopub_port": 3, "stdin_port": 4, "hb_port": 5,
    ]
    members.merge(change) { $1 }
    return try JSONSerialization.data(withJSONObject: members)
  }

  @Test func `a connection file that cannot be used is told`() throws {
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: "connection.json")
      for (content, code) in [
        (nil, "E0692"), (Data("{}".utf8), "E0693"), (try connection(["ip": "0.0.0.0"]), "E0694"),
        (try connection(["transport": "ipc", "ip": "/nowhere/at/all"]), "E0695"),
      ] {
        if let content { try content.write(to: file) }
        let result = try Command.run("kernel", "run", "-f", file.path)
        #expect(result.exitCode == 2)
        #expect(result.errors.hasPrefix("error[\(code)]: "), "\(result.errors)")
        #expect(result.errors.contains(" = hint: "))
        #expect(try Command.run("explain", code).exitCode == 0)
      }
    }
  }

  @Test func `install writes what Jupyter looks for`() throws {
    try TemporaryFolder.with { folder in
      let result = try Command.run("kernel", "install", "--prefix", folder.path)
      #expect(result.exitCode == 0)
      let made = folder.path + "/share/jupyter/kernels/sparsesh"
      #expect(result.output == "the kernel `sparsesh` is in \(made)\n")
      let text = try String(contentsOfFile: made + "/kernel.json", encoding: .utf8)
      let program = try #require(text.firstMatch(of: #/"argv": \["([^"]+)", "kernel"/#)).1
      #expect(FileManager.default.isExecutableFile(atPath: String(program)))
    }
    // Of a variable that is not set.
    #expect(try Command.run("kernel", "install", "--prefix", "").exitCode == 2)
    let both = try Command.run("kernel", "install", "--prefix", "p", "--user")
    #expect(both.exitCode == 2)
    let nowhere = try Command.run("kernel", "install", "--prefix", "/proc/none")
    #expect(nowhere.exitCode == 2)
  }

  @Test func `nobody else's messages are taken unsigned`() throws {
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: "connection.json")
      try connection(["ip": "0.0.0.0", "key": ""]).write(to: file)
      let result = try Command.run("kernel", "run", "-f", file.path, "--any-address")
      #expect(result.exitCode == 2)
      #expect(result.errors.hasPrefix("error[E0694]: "), "\(result.errors)")
    }
  }

  @Test func `a command line that is wrong is usage`() throws {
    #expect(try Command.run("kernel", "run").exitCode == 2)
    #expect(try Command.run("kernel", "fly").exitCode == 2)
  }
}
