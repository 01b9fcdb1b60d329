internal import FoundationEssentials

/// What a connection file says: where a kernel listens, and the key that it shares with its clients
/// (Jupyter, "Connection files").
package struct Connection: Sendable {
  /// The sockets of a kernel.
  enum Channel: String, CaseIterable {
    case shell
    case control
    case iopub
    case stdin
    case heartbeat = "hb"
  }

  /// The key with which messages are signed; empty for none, which only this machine may be offered.
  let key: String
  private let transport: String
  private let address: String
  private let ports: [Channel: Int]

  /// Reads a connection file's text.
  ///
  /// - Parameter anyAddress: Whether the kernel may listen where other machines reach it.
  /// - Throws: `ConnectionError` where it is no connection file, or asks for what is not given.
  package init(json: [UInt8], path: String, anyAddress: Bool) throws(ConnectionError) {
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: Data(json))
    } catch {
      throw .malformed(path: path, reason: Self.reason(error))
    }
    guard file.scheme == nil || file.scheme == "hmac-sha256" || file.key.isEmpty else {
      throw .malformed(path: path, reason: "only messages signed with `hmac-sha256` are understood")
    }
    guard ["tcp", "ipc"].contains(file.transport ?? "tcp") else {
      throw .malformed(path: path, reason: "`transport` is neither `tcp` nor `ipc`")
    }
    transport = file.transport ?? "tcp"
    address = file.ip
    key = file.key
    var ports: [Channel: Int] = [:]
    for (channel, port) in file.ports {
      guard (1...65_535).contains(port) || transport == "ipc" else {
        throw .malformed(path: path, reason: "`\(channel.rawValue)_port` is no port")
      }
      ports[channel] = port
    }
    self.ports = ports
    guard !address.isEmpty, !address.contains(where: { $0.isWhitespace || $0 == "\0" }) else {
      throw .malformed(path: path, reason: "`ip` is no address")
    }
    guard transport == "ipc" || anyAddress || Self.isLoopback(address) else {
      throw .notLoopback(path: path, address: address)
    }
    guard transport == "ipc" || !key.isEmpty || Self.isLoopback(address) else {
      throw .unsigned(path: path, address: address)
    }
  }

  /// Where a channel listens, as ZeroMQ writes it.
  func endpoint(_ channel: Channel) -> String {
    let port = ports[channel] ?? 0
    if transport == "ipc" { return "ipc://\(address)-\(port)" }
    // ZeroMQ binds to addresses, not to names.
    let host = address == "localhost" ? "127.0.0.1" : address
    return host.contains(":") && !host.hasPrefix("[")
      ? "tcp://[\(host)]:\(port)" : "tcp://\(host):\(port)"
  }

  /// Whether only programs of this machine reach an address.
  private static func isLoopback(_ address: String) -> Bool {
    if ["localhost", "::1", "[::1]"].contains(address) { return true }
    let bytes = address.split(separator: ".", omittingEmptySubsequences: false)
    return bytes.count == 4 && bytes[0] == "127" && bytes.allSatisfy { UInt8($0) != nil }
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "`\(key.stringValue)` is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      context.codingPath.last.map { "`\($0.stringValue)` is of the wrong kind" }
        ?? "it is no JSON object"
    default: "it is no JSON"
    }
  }

  /// The members of the file that a kernel needs.
  private struct File: Decodable {
    let transport: String?
    let ip: String
    let key: String
    let scheme: String?
    let ports: [(Channel, Int)]

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Name.self)
      transport = try values.decodeIfPresent(String.self, forKey: Name("transport"))
      ip = try values.decode(String.self, forKey: Name("ip"))
      key = try values.decode(String.self, forKey: Name("key"))
      scheme = try values.decodeIfPresent(String.self, forKey: Name("signature_scheme"))
      ports = try Channel.allCases.map {
        ($0, try Self.port(Name("\($0.rawValue)_port"), in: values))
      }
    }

    /// A number that no integer can hold would be told as if the whole were no JSON.
    private static func port(
      _ name: Name, in values: KeyedDecodingContainer<Name>
    ) throws -> Int {
      do {
        return try values.decode(Int.self, forKey: name)
      } catch let error as DecodingError {
        throw error
      } catch {
        throw DecodingError.typeMismatch(
          Int.self, .init(codingPath: [name], debugDescription: "\(error)"))
      }
    }
  }

  private struct Name: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(_ text: String) { stringValue = text }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
