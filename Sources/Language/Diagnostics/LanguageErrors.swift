package import Catalogue

/// Every code of the language itself, with what it means. `sparsesh explain` shows these texts.
package enum LanguageErrors {
  // MARK: E01xx characters and tokens

  static let unknownCharacter = ErrorCode(
    "E0101", "unknown character",
    "The character has no meaning in the language outside a text in quotes. Curly quotes, long dashes and signs such as × often come along when code is pasted from a document."
  )
  static let notUTF8 = ErrorCode(
    "E0102", "not UTF-8",
    "Programs are UTF-8 text. The bytes at this place are not; the file may be in another encoding, or no text at all."
  )
  static let malformedNumber = ErrorCode(
    "E0103", "malformed number",
    "Numbers are written 1000, 60k, 1.5M, 0.01 or 1e-3; percentages 30%; durations 90s, 5min or 1h."
  )
  static let numberTooLarge = ErrorCode(
    "E0104", "number too large",
    "Numbers are IEEE doubles, whose largest is about 1.8e308.")
  static let unclosedText = ErrorCode(
    "E0105", "text not closed",
    "A text begins and ends with a double quote on the same line. A newline inside a text is written \\n."
  )
  static let singleQuotes = ErrorCode(
    "E0106", "single quotes", "Texts stand in double quotes.")
  static let unknownEscape = ErrorCode(
    "E0107", "unknown escape",
    "Inside a text, a backslash begins \\\" \\\\ \\n \\t or \\u{…} with a Unicode number in hexadecimal."
  )
  static let foreignComment = ErrorCode(
    "E0108", "comment of another language",
    "Comments begin with # and run to the end of the line; ## documents the next statement.")

  // MARK: E02xx names

  static let unknownName = ErrorCode(
    "E0201", "unknown name",
    "A name must be bound, as in `net = network 784-100-10`, before it is used.")
  static let unknownVerb = ErrorCode(
    "E0202", "unknown verb",
    "A statement begins with a verb, or with a name, `=` and a verb or an expression.")
  static let nameTaken = ErrorCode(
    "E0203", "name bound twice",
    "In a file a name is bound once, so that it means the same from its binding to the end. At the prompt it may be bound again."
  )
  static let unknownThing = ErrorCode(
    "E0204", "not registered",
    "The name is not registered for this place: not among the policies, activations, data sets and so on that the key or verb takes."
  )
  static let unknownMember = ErrorCode(
    "E0205", "unknown member", "The value before the dot has nothing of this name.")
  static let unknownFunction = ErrorCode(
    "E0206", "unknown function", "There is no function of this name.")
  static let reservedName = ErrorCode(
    "E0207", "reserved word",
    "Verbs, and the words and, or, not, true, false, over and by, cannot be names. Names begin with a letter; those that begin with _ stand for earlier results."
  )
  static let includeCycle = ErrorCode(
    "E0208", "include cycle", "A file includes itself, directly or by way of others.")

  // MARK: E03xx syntax

  static let unexpected = ErrorCode(
    "E0301", "unexpected text",
    "A statement is: [name =] verb [subject] [key=value …] [over key=list …]. It ends at the end of the line or at `;`, unless a bracket is open."
  )
  static let unclosedBracket = ErrorCode(
    "E0302", "bracket not closed", "Every ( [ { needs its own ) ] }.")
  static let wrongCloser = ErrorCode(
    "E0303", "wrong closing bracket", "Brackets close in the reverse order in which they opened.")
  static let assignForEquality = ErrorCode(
    "E0304", "`=` instead of `==`",
    "`=` gives a value to a name or a key; `==` asks whether two values are equal.")
  static let needsParentheses = ErrorCode(
    "E0305", "expression needs parentheses",
    "The value of a key is a literal, a name, a call, a list or a range. Any other expression stands in parentheses, as in `lr=(base / 2)`, so that one can see where it ends."
  )
  static let missingAssign = ErrorCode(
    "E0306", "key without `=`", "A key and its value are joined by `=`, as in `epochs=100`.")
  static let misplacedOver = ErrorCode(
    "E0307", "misplaced `over`",
    "`over` is said once, after all other keys; every key after it is a factor of the comparison. Only some verbs take factors."
  )
  static let tooDeep = ErrorCode(
    "E0308", "nested too deeply", "Brackets and operators may be nested some hundred deep, no more."
  )
  static let promptOnly = ErrorCode(
    "E0309", "only at the prompt",
    "?name, !command and %magic work at the prompt and in notebooks, not in a file.")
  static let missingQuotes = ErrorCode(
    "E0310", "file name without quotes", "File names stand in double quotes.")
  static let malformedShape = ErrorCode(
    "E0311", "malformed shape",
    "A shape gives the neurons of each layer from input to output, joined by `-`: 784-1000*3-10. 1000*3 means three layers of 1000. The first may be `in` and the last `out`: they come from the data."
  )
  static let missingSubject = ErrorCode(
    "E0312", "subject missing", "The verb needs something to work on.")
  static let commaBetweenKeys = ErrorCode(
    "E0313", "comma between keys",
    "Keys are separated by spaces, or stand on lines of their own inside { }.")
  static let positionalAfterNamed = ErrorCode(
    "E0314", "argument without a name after a named one",
    "In a call, arguments without a name come first.")

  // MARK: E04xx keys and kinds

  static let unknownKey = ErrorCode(
    "E0401", "unknown key", "The verb or call takes no key of this name.")
  static let missingKey = ErrorCode(
    "E0402", "key missing", "The verb or call cannot do without this key.")
  static let repeatedKey = ErrorCode("E0403", "key given twice", "Each key is given once.")
  static let wrongKind = ErrorCode(
    "E0404", "wrong kind of value", "The place takes another kind of value.")
  static let outOfBounds = ErrorCode(
    "E0405", "out of bounds", "The number is outside the values allowed here.")
  static let notWhole = ErrorCode(
    "E0406", "not a whole number",
    "Counts, such as epochs and seeds, are whole numbers within ±2⁵³.")
  static let unknownChoice = ErrorCode(
    "E0407", "not one of the choices", "The key takes one of a few words.")
  static let listForOne = ErrorCode(
    "E0408", "list for a single value",
    "The key takes one value. To compare several, put the key after `over`: `compare … over policy=[set, static]`."
  )
  static let percentForgotten = ErrorCode(
    "E0409", "percent sign forgotten", "A fraction is written 30% or 0.3; 30 would be 3000%.")
  static let argumentCount = ErrorCode(
    "E0410", "wrong number of arguments",
    "The call has more arguments than it takes, or fewer than it needs.")
  static let notAFactor = ErrorCode(
    "E0411", "not a factor", "The key cannot be varied by this verb.")

  // MARK: E05xx while running

  static let assertionFailed = ErrorCode(
    "E0501", "assertion failed",
    "The condition of an `assert` is false. The script ends with exit code 1.")
  static let divisionByZero = ErrorCode("E0502", "division by zero", "No number is the result.")
  static let overflow = ErrorCode(
    "E0503", "overflow", "The result is larger than any IEEE double, about 1.8e308.")
  static let notANumber = ErrorCode(
    "E0504", "not a number", "No real number is the result, as with sqrt(-1).")
  static let badPosition = ErrorCode(
    "E0505", "no such position",
    "Positions in a list count from 1; negative ones count from the end, so that -1 is the last.")
  static let badOperands = ErrorCode(
    "E0506", "operands do not fit", "The operator does not work on values of these kinds.")
  static let tooLong = ErrorCode(
    "E0507", "list too long", "A range may stand for up to a million values.")

  // MARK: E09xx internal

  static let internalError = ErrorCode(
    "E0901", "internal error",
    "This is a mistake in sparsesh, not in your program. Please report it with the statement that caused it."
  )

  /// All of them, by code.
  package static let all: [ErrorCode] = [
    unknownCharacter, notUTF8, malformedNumber, numberTooLarge, unclosedText, singleQuotes,
    unknownEscape, foreignComment,
    unknownName, unknownVerb, nameTaken, unknownThing, unknownMember, unknownFunction, reservedName,
    includeCycle,
    unexpected, unclosedBracket, wrongCloser, assignForEquality, needsParentheses, missingAssign,
    misplacedOver, tooDeep, promptOnly, missingQuotes, malformedShape, missingSubject,
    commaBetweenKeys, positionalAfterNamed,
    unknownKey, missingKey, repeatedKey, wrongKind, outOfBounds, notWhole, unknownChoice,
    listForOne,
    percentForgotten, argumentCount, notAFactor,
    assertionFailed, divisionByZero, overflow, notANumber, badPosition, badOperands, tooLong,
    internalError,
  ]
}
