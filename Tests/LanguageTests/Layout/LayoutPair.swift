import Testing

/// A program as somebody typed it, and its canonical layout.
struct LayoutPair: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let untidy: String
  let canonical: String

  init(_ name: String, _ untidy: String, _ canonical: String) {
    testDescription = name
    self.untidy = untidy
    self.canonical = canonical
  }
}

extension LayoutPair {
  static let all = spaces + columns + brackets + comments + lines

  private static let spaces = [
    LayoutPair("a binding", "x=1\n", "x = 1\n"),
    LayoutPair(
      "keys", "r = train net  data = mad epochs= 3\n", "r = train net data=mad epochs=3\n"),
    LayoutPair("operators", "x=(1+2)*3-4/5^2\n", "x = (1 + 2) * 3 - 4 / 5 ^ 2\n"),
    LayoutPair("comparisons", "x=1<=2 and not 3!=4\n", "x = 1 <= 2 and not 3 != 4\n"),
    LayoutPair(
      "signs", "x = - 1\ny = 2 - - x\nz = [- x, -2]\n", "x = -1\ny = 2 - -x\nz = [-x, -2]\n"),
    LayoutPair("a sign after a verb", "print - 1, 2 -1\n", "print -1, 2 - 1\n"),
    LayoutPair("a sign as the value of a key", "train net lr= - 0.1\n", "train net lr=-0.1\n"),
    LayoutPair("signs of ranges", "x = - 1 .. - 5\n", "x = -1..-5\n"),
    LayoutPair("what subtracts although it looks like a sign", "print x -1\n", "print x - 1\n"),
    LayoutPair("ranges", "x = 0 .. 1  by 0.1\n", "x = 0..1 by 0.1\n"),
    LayoutPair("shapes", "n = network in - 1000 * 3 - out\n", "n = network in-1000*3-out\n"),
    LayoutPair(
      "shapes and what is none", "n = network 4-2\nx = 4-2\n", "n = network 4-2\nx = 4 - 2\n"),
    LayoutPair("calls", "x = ara( r ,b = 0.5 )\n", "x = ara(r, b=0.5)\n"),
    LayoutPair("calls and values in parentheses", "print abs(x) (x)\n", "print abs(x) (x)\n"),
    LayoutPair("indices and lists", "print x[ 1 ] [ 1,2 , ]\n", "print x[1] [1, 2,]\n"),
    LayoutPair("members", "x = r . accuracy_curve[ 1 ]\n", "x = r.accuracy_curve[1]\n"),
    LayoutPair(
      "percentages", "x = 30%\ny = 7%x\nz = 7 %(x)\n", "x = 30%\ny = 7 % x\nz = 7 % (x)\n"),
    LayoutPair("several statements", "x=1 ;y=2;\n", "x = 1; y = 2;\n"),
    LayoutPair("texts stay", "print \"a  =  b\",\"#\"\n", "print \"a  =  b\", \"#\"\n"),
    LayoutPair(
      "an inner binding", "plan r=train net data = mad\n", "plan r = train net data=mad\n"),
    LayoutPair(
      "over", "compare net over seed = 1 .. 3 lr =[1,2]\n", "compare net over seed=1..3 lr=[1, 2]\n"
    ),
    LayoutPair("tabs", "\tx\t=\t1\n", "x = 1\n"),
    LayoutPair(
      "what would be a file name without its space", "report r to=x .csv\n", "report r to=x .csv\n"),
  ]

  private static let columns = [
    LayoutPair(
      "neighbours are aligned", "a = 1\nlong   = 2\n\nx   = 3\n", "a    = 1\nlong = 2\n\nx = 3\n"),
    LayoutPair(
      "a comment or another statement ends a column", "a = 1\n# so\nlong = 2\nprint a\nx  = 3\n",
      "a = 1\n# so\nlong = 2\nprint a\nx = 3\n"),
    LayoutPair(
      "a statement of several lines stands alone", "a = 1\nlong = [\n1,\n]\nx = 3\n",
      "a = 1\nlong = [\n  1,\n]\nx = 3\n"),
    LayoutPair(
      "a line of two statements too", "long = 1\na = 1; b = 2\n", "long = 1\na = 1; b = 2\n"),
    LayoutPair("names of any script", "größe = 1\n日本 = 2\n", "größe = 1\n日本  = 2\n"),
    LayoutPair(
      "comments behind neighbours", "a = 1 # one\nlong = 20    # two\n\nx = 3# three\n",
      "a    = 1   # one\nlong = 20  # two\n\nx = 3  # three\n"),
    LayoutPair(
      "keys that have a line of a block to themselves",
      "r = train net {\ndata=mad\nepochs =3\nlr=0.1 batch=10\nseed=1 }\n",
      "r = train net {\n  data   = mad\n  epochs = 3\n  lr=0.1 batch=10\n  seed = 1 }\n"),
  ]

  private static let brackets = [
    LayoutPair(
      "a block on one line", "train net{data=mad;epochs=1}\n", "train net { data=mad; epochs=1 }\n"),
    LayoutPair("an empty block", "train net { }\n", "train net {}\n"),
    LayoutPair("a list", "x = [\n      1,\n 2\n   ]\n", "x = [\n  1,\n  2\n]\n"),
    LayoutPair(
      "brackets in brackets", "x = [\n[1,\n2],\nabs(\n[\n3\n])\n]\n",
      "x = [\n  [1,\n    2],\n  abs(\n    [\n      3\n    ])\n]\n"),
    LayoutPair(
      "brackets that open on one line", "x = sum([\n1, 2,\n])\ny = 1\n",
      "x = sum([\n  1, 2,\n])\ny = 1\n"),
    LayoutPair(
      "keys behind a bracket", "compare net over policy=[\nset, static,\n]   seed=1..3\n",
      "compare net over policy=[\n  set, static,\n] seed=1..3\n"),
    LayoutPair("an expression of several lines", "x = (1 +\n2\n- 3)\n", "x = (1 +\n  2\n  - 3)\n"),
    LayoutPair(
      "empty lines at the ends of a bracket", "x = [\n\n1,\n\n\n2\n\n]\n", "x = [\n  1,\n\n  2\n]\n"
    ),
  ]

  private static let comments = [
    LayoutPair("a comment is kept as it is", "#no  space\n   # so   \t\n", "#no  space\n# so\n"),
    LayoutPair(
      "comments in a bracket", "x = [ # first\n# own\n1, # one\n# last\n]\n",
      "x = [  # first\n  # own\n  1,  # one\n  # last\n]\n"),
    LayoutPair("documentation", "##  about x \nx=1\n", "##  about x\nx = 1\n"),
    LayoutPair(
      "two signs behind a statement", "x=1 ## not about y\ny=2\n", "x = 1  ## not about y\ny = 2\n"),
    LayoutPair("nothing but comments", "\n\n# a\n\n\n# b", "# a\n\n# b\n"),
  ]

  private static let lines = [
    LayoutPair("an empty text", "", ""),
    LayoutPair("empty lines alone", " \n\n\t\n", ""),
    LayoutPair("empty lines", "\n\nprint 1\n\n\n\nprint 2\n\n\n", "print 1\n\nprint 2\n"),
    LayoutPair("no final newline", "print 1", "print 1\n"),
    LayoutPair(
      "newlines of other systems", "print 1\r\nprint 2\rprint 3", "print 1\nprint 2\nprint 3\n"),
    LayoutPair("a byte order mark", "\u{FEFF}print 1\n", "print 1\n"),
    LayoutPair("blanks at the end of a line", "print 1  \t\n", "print 1\n"),
  ]
}
