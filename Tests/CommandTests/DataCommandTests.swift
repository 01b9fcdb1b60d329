import FoundationEssentials
import TestSupport
import Testing

/// `sparsesh data list` and `sparsesh data fetch`, from a folder that plays the origin.
struct DataCommandTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "data-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "origin"), withIntermediateDirectories: true)
  }

  @Test func `the list names the nine sets, and one with its origin`() throws {
    let all = try Command.run("data", "list")
    for name in [
      "cnae9", "coil100", "epilepsy", "fashion_mnist", "har", "isolet", "madelon", "micromass",
      "mnist",
    ] {
      #expect(all.output.contains(name))
    }
    let one = try Command.run("data", "list", "isolet", "--json")
    #expect(one.output.contains("https://archive.ics.uci.edu/static/public/54/isolet.zip"))
    #expect(one.lines.count == 1 && one.exitCode == 0)
    let wrong = try Command.run("data", "list", "isolett")
    #expect(wrong.exitCode == 2 && wrong.errors.contains("did you mean `isolet`?"))
  }

  @Test func `a set is fetched once, loaded by name, and not fetched again`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var rows = ""
    for row in 0..<40 {
      rows +=
        (["\(row % 2 + 1)"] + (0..<856).map { "\(($0 + row) % 3)" }).joined(separator: ",") + "\n"
    }
    let source = folder.appending(path: "origin")
    try Data(rows.utf8).write(to: source.appending(path: "CNAE-9.data"))
    let zip = try Command(
      ["-c", "import zipfile; zipfile.ZipFile('cnae+9.zip', 'w').write('CNAE-9.data')"],
      program: "/usr/bin/python3", folder: source
    ).result()
    #expect(zip.exitCode == 0)
    let data = folder.appending(path: "data").path
    let arguments = ["data", "fetch", "cnae9", "--from", source.path, "--set", "data_dir=\(data)"]
    let first = try Command(arguments).result()
    #expect(first.exitCode == 0 && first.output.contains("cite:"), "\(first.errors)")
    let second = try Command(arguments).result()
    #expect(second.output.contains("already"))
    let loaded = try Command.run("--set", "data_dir=\(data)", "-e", "data cnae9")
    #expect(loaded.exitCode == 0 && loaded.output.contains("856"), "\(loaded.errors)")
  }

  @Test func `what cannot be fetched exits with 1, and leaves nothing`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let data = folder.appending(path: "data").path
    let failed = try Command.run(
      "data", "fetch", "mnist", "--from", "http://127.0.0.1:1", "--set", "data_dir=\(data)")
    #expect(failed.exitCode == 1 && failed.errors.hasPrefix("error[E0631]: "), "\(failed.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: data) == [])
    let nowhere = try Command.run("data", "fetch", "mnist")
    #expect(nowhere.exitCode == 2 && nowhere.errors.contains("data directory"))
  }
}
