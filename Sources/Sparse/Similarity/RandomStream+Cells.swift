internal import CKernels

extension RandomStream {
  /// The random word of a cell at this stream's address, whatever was drawn from the stream before:
  /// word (column / 16) mod 4 of the block with counter
  /// (column / 64 · 16 + column mod 16, row, epoch, purpose and layer). A stream that is read so
  /// is not to be drawn from in sequence as well: some words are the same. O(1).
  /// - Precondition: neither is negative.
  public func word(ofRow row: Int, column: Int) -> UInt32 {
    precondition(row >= 0 && column >= 0)
    let group = UInt32(truncatingIfNeeded: column / 64 * 16 + column % 16)
    let counter = SIMD4(group, UInt32(truncatingIfNeeded: row), address.x, address.y)
    return philox.block(counter)[column / 16 % 4]
  }

  /// Where the words of a row's cells stand, for the kernels.
  func draw(ofRow row: Int) -> kernel_draw {
    kernel_draw(
      key: (philox.key.x, philox.key.y), row: UInt32(truncatingIfNeeded: row), epoch: address.x,
      word: address.y)
  }
}
