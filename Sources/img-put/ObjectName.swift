import Records

/// What a file is called below the place that it is sent to.
struct ObjectName: Hashable {
  /// The folders and the file; none is empty, `.` or `..`.
  let names: [String]

  init(_ names: [String]) { self.names = names }

  /// With slashes between the names.
  var path: String { names.joined(separator: "/") }

  /// As it stands in a URL: all but letters, digits, `-`, `.`, `_` and `~` escaped, as Amazon's
  /// signatures want it (RFC 3986 section 2.3).
  var escaped: String { names.map(Self.escape).joined(separator: "/") }

  /// What the file is called until it is whole: hidden, and the same for the same bytes under the
  /// same name, so that a later run writes over what a killed one left.
  func unfinished(_ sha256: String) -> ObjectName {
    var hash = SipHash(k0: 0)
    for byte in path.utf8 { hash.append(byte) }
    let name = String(hash.finish(), radix: 16)
    return ObjectName(names.dropLast() + [".\(sha256.prefix(16))-\(name).part"])
  }

  static func escape(_ name: String) -> String {
    var text = [UInt8]()
    for byte in name.utf8 {
      if isUnreserved(byte) {
        text.append(byte)
      } else {
        text += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
