#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Standard output or standard error, written whole and unbuffered, so that what was said stands
/// even if the process ends the next moment.
package struct StandardStream: Sendable {
  private let descriptor: Int32

  /// The stream on a file descriptor.
  package init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Standard output.
  package static let output = StandardStream(1)
  /// Standard error.
  package static let error = StandardStream(2)

  /// Writes all of `text`. A reader that has gone away is no error: there is nobody to tell.
  package func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        #if canImport(Glibc)
          let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          let written = Musl.write(descriptor, rest.baseAddress, rest.count)
        #else
          let written = Darwin.write(descriptor, rest.baseAddress, rest.count)
        #endif
        if written < 0 {
          if errno == EINTR || errno == EAGAIN { continue }
          return
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    }
  }
}
