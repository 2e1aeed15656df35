/// The removal of `.` and `..` from a path (RFC 3986 section 5.2.4).
enum DotSegments {
  private static let slash = UInt8(ascii: "/")

  /// Removes them from the path that `output` ends with, from its first slash on.
  static func remove(from start: Int, in output: inout [UInt8]) {
    guard hasAny(from: start, in: output) else { return }
    let segments = output[start...].dropFirst().split(
      separator: slash, omittingEmptySubsequences: false
    ).map(Array.init)
    output.removeSubrange(start...)
    for (index, segment) in segments.enumerated() {
      append(segment, isLast: index == segments.count - 1, from: start, to: &output)
    }
  }

  private static func append(
    _ segment: [UInt8], isLast: Bool, from start: Int, to output: inout [UInt8]
  ) {
    switch segment {
    case Array(".".utf8): if isLast { output.append(slash) }
    case Array("..".utf8):
      if let last = output[start...].lastIndex(of: slash) { output.removeSubrange(last...) }
      if isLast { output.append(slash) }
    default: output += [slash] + segment
    }
  }

  private static func hasAny(from start: Int, in output: [UInt8]) -> Bool {
    for index in start..<output.count - 1
    where output[index] == slash && output[index + 1] == UInt8(ascii: ".") {
      return true
    }
    return false
  }
}
