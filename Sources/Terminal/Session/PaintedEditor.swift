/// The line editor with or without colours, whichever is wanted when an input begins: `set color=`
/// takes effect at the next one.
final class PaintedEditor: InputReader {
  private let plain: LineEditor
  private let painted: LineEditor
  private let isPainted: () -> Bool

  /// An editor for the inputs of a session.
  init(session: any PromptSession, isPainted: @escaping () -> Bool) {
    plain = LineEditor(session: session, color: false)
    painted = LineEditor(session: session, color: true)
    self.isPainted = isPainted
  }

  func read(_ prompt: PromptText) -> Reading { (isPainted() ? painted : plain).read(prompt) }

  // There is one list of entries to recall, whichever editor it is given to.
  func recall(_ entries: [String]) { plain.recall(entries) }
}
