public import Catalogue

/// The codes of the errors that the sparse engine can report.
extension ErrorCode {
  /// SPARSESH_KERNELS names no set of kernels, or one that this machine has not.
  public static let kernelSet = ErrorCode(
    "E0580", "no such kernels",
    """
    SPARSESH_KERNELS chooses the processor's instruction set: portable, avx2, avx512 or neon. \
    The one asked for is unknown, or this processor or this build has it not.
    """)
  /// Stored connections do not form a matrix.
  public static let matrixForm = ErrorCode(
    "E0680", "damaged connections",
    """
    The connections read from a file do not form a sparse matrix: offsets must start at 0, not \
    fall, and end at the number of connections; columns must ascend within a row and lie within \
    the matrix; there must be one finite weight for each.
    """)
}

/// A kernel set that cannot be used.
public struct KernelSetError: CodedError, Equatable {
  /// The value of SPARSESH_KERNELS.
  public let asked: String
  /// The names that would work here.
  public let available: [String]

  /// E0580.
  public var code: ErrorCode { .kernelSet }
  /// What is wrong.
  public var message: String {
    InstructionSet(rawValue: asked) == nil
      ? "SPARSESH_KERNELS is `\(asked)`, which names no set of kernels"
      : "SPARSESH_KERNELS is `\(asked)`, which this machine cannot run"
  }
  /// What to do.
  public var hint: String? {
    "unset SPARSESH_KERNELS, or choose one of \(available.joined(separator: ", "))"
  }
}

/// Connections that do not form a matrix; what is wrong with them.
public struct MatrixFormError: CodedError, Equatable {
  /// What is wrong, as the end of the message.
  public let fault: String

  /// E0680.
  public var code: ErrorCode { .matrixForm }
  /// What is wrong.
  public var message: String { "the stored connections form no sparse matrix: \(fault)" }
  /// What to do.
  public var hint: String? { "the file is damaged or was not written by sparsesh: save it anew" }
}
