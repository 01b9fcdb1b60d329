import Catalogue
import Datasets
import FoundationEssentials

/// Loads a file with these keys.
func load(_ path: String, _ keys: [String: Argument] = [:]) throws -> Dataset {
  try DataRequest(subject: .file(path), arguments: Arguments(keys)).load()
}

/// Loads a registered set with these keys; never from the environment's data directory.
func load(named name: String, _ keys: [String: Argument] = [:], from directory: String = "/nowhere")
  throws -> Dataset
{
  try DataRequest(
    subject: .named(name), arguments: Arguments(keys), dataDirectory: directory
  ).load()
}

/// `scale=none`, so that tests can look at the numbers of the file.
let unscaled: [String: Argument] = ["scale": .call(Call("none"))]

/// The error that loading gives, or nil where it succeeds.
func refusal(_ path: String, _ keys: [String: Argument] = [:]) -> DataError? {
  do {
    _ = try load(path, keys)
    return nil
  } catch { return error as? DataError }
}

/// The error that loading a registered set gives, or nil where it succeeds.
func refusal(named name: String, _ keys: [String: Argument] = [:]) -> DataError? {
  do {
    _ = try load(named: name, keys)
    return nil
  } catch { return error as? DataError }
}

/// The folder of the real data sets: SPARSESH_DATA, else `shared/data` beside the checkout.
let realDataDirectory: String? = {
  if let given = ProcessInfo.processInfo.environment["SPARSESH_DATA"], !given.isEmpty {
    return given
  }
  var root = URL(filePath: #filePath)
  for _ in 0..<4 { root.deleteLastPathComponent() }
  let beside = root.deletingLastPathComponent().appending(path: "shared/data").path
  return FileManager.default.fileExists(atPath: beside) ? beside : nil
}()
