/// Elements of which the smallest is always at hand.
struct MinimumHeap<Element: Comparable> {
  private var elements: [Element]

  /// A heap of these elements. O(n · log n).
  init(_ elements: [Element]) { self.elements = elements.sorted() }

  /// The smallest; nil where there are none.
  var first: Element? { elements.first }

  /// Puts another element in the place of the smallest. O(log n).
  /// - Precondition: there is one.
  mutating func replaceFirst(by element: Element) {
    elements[0] = element
    settleFirst()
  }

  /// Takes the smallest away. O(log n).
  /// - Precondition: there is one.
  mutating func removeFirst() {
    elements.swapAt(0, elements.count - 1)
    elements.removeLast()
    settleFirst()
  }

  /// Moves the first element down to where it belongs.
  private mutating func settleFirst() {
    var place = 0
    while 2 * place + 1 < elements.count {
      var least = 2 * place + 1
      if least + 1 < elements.count, elements[least + 1] < elements[least] { least += 1 }
      guard elements[least] < elements[place] else { return }
      elements.swapAt(place, least)
      place = least
    }
  }
}
