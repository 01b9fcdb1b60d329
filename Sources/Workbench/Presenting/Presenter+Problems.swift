internal import Catalogue
package import Language

extension Presenter {
  /// Shows what is wrong with a program: the first mistakes (`Diagnostic.told`), and how many more there are.
  package func present(_ problems: [Diagnostic], of script: Source) {
    let told = problems.prefix(Diagnostic.told)
    for diagnostic in told { present(.problem(diagnostic)) }
    let rest = problems.count - told.count
    if rest > 0 { present(.note("\(script.name) has \(NumberText.count(rest)) more errors")) }
  }
}
