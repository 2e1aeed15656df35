/// Numbers from 0 up, seven bits a byte, the lowest first; all bytes but the last have the
/// highest bit.
enum LEB128 {
  /// What a length takes at most.
  static let largest = 9

  /// Writes a number, and goes behind it.
  @inline(__always)
  @unsafe
  static func write(_ number: Int, at next: inout UnsafeMutablePointer<UInt8>) {
    var rest = number
    while rest >= 0x80 {
      unsafe next.pointee = UInt8(rest & 0x7F) | 0x80
      rest >>= 7
      unsafe next += 1
    }
    unsafe next.pointee = UInt8(rest)
    unsafe next += 1
  }

  /// Reads a number, and goes behind it.
  @inline(__always)
  @unsafe
  static func take(_ next: inout UnsafePointer<UInt8>) -> Int {
    var (number, shift) = (0, 0)
    while true {
      let byte = unsafe next.pointee
      unsafe next += 1
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }

  /// The number that `bytes` begin with.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard var next = bytes.baseAddress else { return 0 }
    return unsafe take(&next)
  }
}
