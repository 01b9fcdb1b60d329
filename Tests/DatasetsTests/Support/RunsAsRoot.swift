#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether the tests run as root, who may read every file.
let runsAsRoot = geteuid() == 0
