/// How the name of a member and the location that a descriptor gives can differ.
enum MemberName {
  /// The name that a location means which is written as in a URL (RFC 3986 section 2.1).
  static func percentDecoded(_ location: String) -> String {
    var bytes = [UInt8]()
    var rest = Array(location.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let decoded = octet(rest.prefix(2)) {
        bytes.append(decoded)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func octet(_ digits: ArraySlice<UInt8>) -> UInt8? {
    digits.count == 2 ? UInt8(String(decoding: digits, as: UTF8.self), radix: 16) : nil
  }

  /// Whether some bytes of a name are no UTF-8: old archivers wrote the letters of their
  /// system and did not say which.
  static func lostLetters(_ name: String) -> Bool { name.unicodeScalars.contains("\u{FFFD}") }

  /// A name with one mark for each run of letters beyond ASCII.
  static func skeleton(_ name: String) -> [UInt8] {
    let mark: UInt8 = 0xFF
    return name.utf8.reduce(into: []) { skeleton, byte in
      if byte < 0x80 {
        skeleton.append(byte)
      } else if skeleton.last != mark {
        skeleton.append(mark)
      }
    }
  }
}
