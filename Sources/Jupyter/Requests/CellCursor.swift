/// A cell and where the cursor is in it, as Jupyter asks what could stand there and what does.
struct CellCursor: Decodable {
  /// The cell.
  let code: String
  /// Where the cursor is, in Unicode scalars from 0, within the cell; at its end if it is not said.
  let place: Int

  enum CodingKeys: String, CodingKey {
    case code
    case place = "cursor_pos"
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    code = try values.decode(String.self, forKey: .code)
    let length = code.unicodeScalars.count
    let said = try values.decodeIfPresent(Int.self, forKey: .place)
    place = min(max(said ?? length, 0), length)
  }
}
