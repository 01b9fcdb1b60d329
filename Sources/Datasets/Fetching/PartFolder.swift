internal import Catalogue

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A hidden folder in the data directory that holds a set while it is fetched.
struct PartFolder {
  /// Its path.
  let path: String

  /// Makes the folder, the data directory where it is missing, and removes what an earlier process
  /// that is no more has left.
  /// - Throws: `DataError` (E0633).
  init(for set: KnownSet, in directory: String) throws(DataError) {
    let prefix = ".\(set.folder)."
    mkdir(directory, 0o777)
    for name in FolderNames.all(in: directory) ?? []
    where name.hasPrefix(prefix) && name.hasSuffix(".part") {
      let process = pid_t(name.dropFirst(prefix.count).dropLast(5))
      if let process, kill(process, 0) != 0, errno == ESRCH {
        PartFolder(path: PathText.join(directory, name)).remove()
      }
    }
    path = PathText.join(directory, "\(prefix)\(getpid()).part")
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw Self.unwritable(directory) }
  }

  private init(path: String) { self.path = path }

  /// Removes the folder with what is in it.
  func remove() {
    for name in FolderNames.all(in: path) ?? [] { unlink(PathText.join(path, name)) }
    rmdir(path)
  }

  /// Writes a file in it.
  /// - Throws: `DataError` (E0633).
  func write(_ bytes: [UInt8], _ name: String) throws(DataError) {
    let file = PathText.join(path, name)
    guard DurableFile.write(bytes, to: file) else { throw Self.unwritable(file) }
  }

  /// Moves a file into a folder, which is made where it is missing.
  /// - Throws: `DataError` (E0633).
  func move(_ name: String, into folder: String) throws(DataError) {
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw Self.unwritable(folder) }
    guard rename(PathText.join(path, name), PathText.join(folder, name)) == 0 else {
      throw Self.unwritable(PathText.join(folder, name))
    }
  }

  private static func unwritable(_ path: String) -> DataError {
    DataError(
      DatasetErrorCodes.unwritable,
      "`\(path)` cannot be written: \(String(cString: strerror(errno)).lowercased())",
      hint: "choose another data directory by `--set data_dir=`", at: .subject)
  }
}
