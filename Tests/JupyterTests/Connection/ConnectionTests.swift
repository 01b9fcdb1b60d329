import Catalogue
import Foundation
import TestSupport
import Testing

@testable import Jupyter

struct ConnectionTests {
  private static var usual: [String: Any] {
    [
      "transport": "tcp", "ip": "127.0.0.1", "key": "k", "signature_scheme": "hmac-sha256",
      "shell_port": 1, "control_port": 2, "iopub_port": 3, "stdin_port": 4, "hb_port": 65_535,
      "kernel_name": "sparsesh",
    ]
  }

  private func read(
    _ change: [String: Any?] = [:], anyAddress: Bool = false
  ) throws -> Connection {
    var members = Self.usual
    for (name, value) in change { members[name] = value }
    let json = try JSONSerialization.data(withJSONObject: members)
    return try Connection(json: Array(json), path: "c.json", anyAddress: anyAddress)
  }

  private func code(_ body: () throws -> Connection) -> String? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? ConnectionError)?.code.id
    }
  }

  @Test func `endpoints are written as ZeroMQ wants them`() throws {
    let connection = try read()
    #expect(connection.key == "k")
    #expect(connection.endpoint(.shell) == "tcp://127.0.0.1:1")
    #expect(connection.endpoint(.heartbeat) == "tcp://127.0.0.1:65535")
    #expect(try read(["ip": "localhost"]).endpoint(.iopub) == "tcp://127.0.0.1:3")
    #expect(try read(["ip": "::1"]).endpoint(.stdin) == "tcp://[::1]:4")
    #expect(
      try read(["transport": "ipc", "ip": "/run/k"]).endpoint(.control) == "ipc:///run/k-2")
  }

  @Test func `transport and scheme may be left out`() throws {
    #expect(
      try read(["transport": nil, "signature_scheme": nil]).endpoint(.shell)
        == "tcp://127.0.0.1:1")
  }

  @Test(arguments: ["*", "0.0.0.0", "192.168.1.7", "::", "example.org", "127.0.0.1.example.org"])
  func `other machines are kept out unless they are let in`(address: String) throws {
    #expect(code { try read(["ip": address]) } == "E0694")
    #expect(code { try read(["ip": address], anyAddress: true) } == nil)
  }

  @Test(arguments: ["*", "0.0.0.0", "192.168.1.7", "::", "example.org"])
  func `nobody else is let in without a key`(address: String) throws {
    let error = #expect(throws: ConnectionError.self) {
      try read(["ip": address, "key": ""], anyAddress: true)
    }
    #expect(error == .unsigned(path: "c.json", address: address))
    #expect(error?.code.id == "E0694")
    #expect(error?.hint != ConnectionError.notLoopback(path: "", address: "").hint)
  }

  @Test func `this machine may do without a key`() throws {
    for address in ["127.0.0.1", "localhost", "::1"] {
      #expect(try read(["ip": address, "key": ""], anyAddress: true).key == "")
      #expect(try read(["ip": address, "key": ""]).key == "")
    }
    #expect(try read(["transport": "ipc", "ip": "/run/k", "key": ""]).key == "")
  }

  @Test(arguments: ["1e400", "1e30", "3.5"])
  func `a port that no integer can hold is named`(port: String) {
    let text = """
      {"ip": "127.0.0.1", "key": "k", "shell_port": \(port), "control_port": 2, "iopub_port": 3,
      "stdin_port": 4, "hb_port": 5}
      """
    let error = #expect(throws: ConnectionError.self) {
      try Connection(json: Array(text.utf8), path: "c", anyAddress: false)
    }
    #expect(error?.message.contains("shell_port") == true, "\(error?.message ?? "")")
  }

  @Test func `what is missing or wrong is said`() {
    for name in Self.usual.keys
    where !["transport", "signature_scheme", "kernel_name"].contains(name) {
      #expect(code { try read([name: nil]) } == "E0693", "\(name) is missing")
    }
    for (name, value) in [
      ("shell_port", 0), ("shell_port", -1), ("hb_port", 65_536), ("iopub_port", "3"),
      ("iopub_port", 3.5), ("ip", 127), ("ip", ""), ("ip", "127.0.0.1 "), ("key", 1),
      ("transport", "udp"), ("signature_scheme", "hmac-md5"),
    ] as [(String, Any)] {
      #expect(code { try read([name: value]) } == "E0693", "\(name): \(value)")
    }
    for text in ["", "[]", "{}", "{", "null", "\u{0}", String(repeating: "[", count: 60_000)] {
      #expect(
        code { try Connection(json: Array(text.utf8), path: "c", anyAddress: false) } == "E0693")
    }
  }

  @Test func `files are read with care`() throws {
    try TemporaryFolder.with { folder in
      func file(_ name: String, _ data: Data?) throws -> String {
        let url = folder.appending(path: name)
        if let data { try data.write(to: url) }
        return url.path
      }
      let good = try file("good", try JSONSerialization.data(withJSONObject: Self.usual))
      #expect(try Connection(path: good, anyAddress: false).key == "k")
      let large = try file("large", Data(repeating: 32, count: 70_000))
      let pipe = folder.appending(path: "pipe").path
      #expect(mkfifo(pipe, 0o600) == 0)
      for path in [try file("none", nil), large, folder.path, pipe, "/dev/zero"] {
        #expect(code { try Connection(path: path, anyAddress: false) } == "E0692", "\(path)")
      }
    }
  }
}
