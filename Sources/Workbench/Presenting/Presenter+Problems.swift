internal import Catalogue
package import Language

extension Presenter {
  /// Shows what is wrong with a program: the first 200 mistakes, and how many more there are. What has more is no
  /// program, but say a table.
  package func present(_ problems: [Diagnostic], of script: Source) {
    let told = problems.prefix(200)
    for diagnostic in told { present(.problem(diagnostic)) }
    let rest = problems.count - told.count
    if rest > 0 { present(.note("\(script.name) has \(NumberText.count(rest)) more errors")) }
  }
}
