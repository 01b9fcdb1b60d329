/// How the n-th series of a chart looks: a colour, and once those are used up, another dash. The
/// colours are those of Okabe and Ito (2008), which people with any colour vision can tell apart,
/// without their yellow, which does not show on white.
struct SeriesLook: Equatable {
  /// The number of different colours.
  static let colors = 7
  /// Light-background colours, in order.
  static let light = [
    "#0072b2", "#d55e00", "#00805b", "#b3558f", "#b87700", "#2b8fc7", "#555555",
  ]
  /// The same for dark backgrounds, lighter for contrast.
  static let dark = [
    "#4ba3e3", "#ff8c42", "#2fc79a", "#e39cc8", "#f0b43c", "#8fd0f5", "#c8c8c8",
  ]
  /// Lengths of dash and gap; the first is a full line.
  static let dashes = ["", "7 3", "2 3", "9 3 2 3", "12 4", "4 4 1 4"]
  /// The same as numbers of the 256 terminal colours.
  static let terminal = [32, 166, 36, 169, 178, 74, 245]

  /// Which colour, from 0.
  let color: Int
  /// Which dash, from 0.
  let dash: Int

  init(_ index: Int) {
    color = index % Self.colors
    dash = index / Self.colors % Self.dashes.count
  }
}
