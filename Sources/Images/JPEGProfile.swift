/// The colour profile in a JPEG (ICC.1:2022 annex B.4): pieces in APP2 segments.
public enum JPEGProfile {
  private static let name = Array("ICC_PROFILE".utf8) + [0]

  /// The profile's bytes; `nil` where there is none, or not all of it.
  public static func bytes(in jpeg: borrowing Span<UInt8>) -> [UInt8]? {
    var pieces: [Int: [UInt8]] = [:]
    var count = 0
    JPEGHeader.forEachSegment(of: copy jpeg) { marker, segment in
      guard marker == 0xE2, segment.starts(with: name) else { return }
      var cursor = ByteCursor(segment, .bigEndian)
      cursor.skip(name.count)
      guard let number = cursor.uint8(), let all = cursor.uint8() else { return }
      count = all
      let piece = segment.extracting((name.count + 2)...)
      pieces[number] = piece.indices.map { piece[$0] }
    }
    guard count > 0, (1...count).allSatisfy({ pieces[$0] != nil }) else { return nil }
    return (1...count).flatMap { pieces[$0] ?? [] }
  }
}
