/// A part of a segment's file that was read.
struct SegmentBlock {
  private static let smallest = 4096
  private static let largest = 1 << 16

  let offset: Int
  let bytes: [UInt8]

  /// The whole line that begins at `offset` of the file, without its end; `nil` where the
  /// block has not all of it.
  func line(at offset: Int) -> [UInt8]? {
    guard bytes.indices.contains(offset - self.offset) else { return nil }
    let rest = bytes[(offset - self.offset)...]
    return rest.firstIndex(of: 0x0A).map { Array(rest[..<$0]) }
  }

  /// How much to read at `offset`: more and more while entries are asked for in the order of
  /// their making, little otherwise.
  func nextSize(at offset: Int) -> Int {
    let isNext = (0...bytes.count).contains(offset - self.offset)
    return isNext ? min(max(2 * bytes.count, Self.smallest), Self.largest) : Self.smallest
  }
}
