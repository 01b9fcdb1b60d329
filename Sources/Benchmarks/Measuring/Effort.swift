/// How much time measuring may take.
package struct Effort: Sendable {
  /// What one sample lasts at least, in seconds; shorter work is called several times a sample.
  package var sample: Double
  /// How long the rounds of one group go on, in seconds.
  package var group: Double
  /// The fewest rounds, however long they take.
  package var fewest: Int
  /// The most rounds, however short they are.
  package var most: Int

  /// An effort of these measures.
  package init(sample: Double, group: Double, fewest: Int, most: Int) {
    self.sample = sample
    self.group = group
    self.fewest = fewest
    self.most = most
  }

  /// For figures that are to be believed.
  package static let thorough = Effort(sample: 0.000_4, group: 1, fewest: 7, most: 300)
  /// For tests: every event, in seconds.
  package static let quick = Effort(sample: 0.000_05, group: 0.02, fewest: 3, most: 20)
}
