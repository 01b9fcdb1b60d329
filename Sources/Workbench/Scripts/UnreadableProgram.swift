/// Why a file is no program that can be read.
package enum UnreadableProgram: Sendable {
  case missing
  case folder
  case forbidden
  case tooLarge
  case binary

  /// The reason as the end of a sentence.
  var reason: String {
    switch self {
    case .missing: "there is no such file"
    case .folder: "it is a folder"
    case .forbidden: "permission is denied"
    case .tooLarge: "it is larger than 64 MB"
    case .binary: "it is binary data, not a program"
    }
  }

  /// What to do about it.
  var hint: String {
    switch self {
    case .missing: "look at how it is spelt, and from which folder its path counts"
    case .folder: "name a program in it"
    case .forbidden: "ask its owner for the right to read it"
    case .tooLarge, .binary: "is this the right file? A program is UTF-8 text that a person writes"
    }
  }
}
