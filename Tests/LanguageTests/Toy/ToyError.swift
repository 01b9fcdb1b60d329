import Catalogue

/// What a toy verb throws when it is asked to.
struct ToyError: CodedError {
  let code = ErrorCode("E0599", "toy error")
  let message = "the toy broke"
  var hint: String? { "mend it" }
  let place: ErrorPlace
}

/// An error that says nothing of itself.
struct ForeignError: Error {}
