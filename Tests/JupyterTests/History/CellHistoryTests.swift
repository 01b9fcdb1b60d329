import Testing

@testable import Jupyter

struct CellHistoryTests {
  private var history: CellHistory {
    var history = CellHistory()
    for (index, input) in ["a = 1", "6 * 7", "a", "6 * 7", "b = [1,\n2]"].enumerated() {
      history.append(index + 1, input, output: input == "6 * 7" ? "42" : nil)
    }
    return history
  }

  private func recalled(_ number: Int, _ input: String, output: String?) -> CellHistory.Recalled {
    .init(session: 1, cell: CellEntry(number: number, input: input, output: output))
  }

  @Test func `the tail is the last cells, oldest first`() {
    #expect(history.tail(2).map(\.cell.number) == [4, 5])
    #expect(history.tail(0).isEmpty)
    #expect(history.tail(-1).isEmpty)
    #expect(history.tail(99).count == 5)
    #expect(history.tail(nil).count == 5)
    #expect(history.tail(4).first == recalled(2, "6 * 7", output: "42"))
  }

  @Test func `a range ends before its end`() {
    #expect(history.range(of: nil, from: 2, before: 4).map(\.cell.number) == [2, 3])
    #expect(history.range(of: nil, from: 4, before: nil).map(\.cell.number) == [4, 5])
    #expect(history.range(of: nil, from: 9, before: nil).isEmpty)
    #expect(history.range(of: nil, from: 4, before: 2).isEmpty)
  }

  @Test func `a search matches whole cells`() {
    func found(_ pattern: String, unique: Bool = false, count: Int? = nil) -> [Int] {
      history.search(pattern, unique: unique, count: count).map(\.cell.number)
    }
    #expect(found("*") == [1, 2, 3, 4, 5])
    #expect(found("6*") == [2, 4])
    #expect(found("6") == [])
    #expect(found("6*", unique: true) == [4])
    #expect(found("*", count: 2) == [4, 5])
    #expect(found("b = *2]") == [5])
    #expect(found("?") == [3])
    #expect(found("[ab] = *") == [1, 5])
    #expect(found("[") == [])
  }

  @Test func `long results and old cells are not kept`() {
    var history = CellHistory()
    history.append(1, "x", output: String(repeating: "y", count: 100_000))
    #expect(history.tail(1).first?.cell.output == nil)
    for number in 2...50_000 { history.append(number, "x", output: nil) }
    #expect(history.tail(nil).count <= 20_000)
    #expect(history.tail(nil).count >= 10_000)
    #expect(history.tail(1).first?.cell.number == 50_000)
  }
}
