internal import CIdn2

/// The names of hosts in their canonical form: small letters of ASCII.
enum HostName {
  /// Appends the canonical form of the name or the address in `range`; whether it is one.
  ///
  /// Other letters than ASCII become punycode by UTS 46 (nontransitional, as browsers have
  /// it).
  static func append(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) -> Bool {
    if bytes[range.lowerBound] == UInt8(ascii: "[") {
      return appendAddress(bytes, range, to: &output)
    }
    let name = PercentEscapes.decoded(bytes, range)
    guard isAllowed(name), let ascii = name.allSatisfy({ $0 < 0x80 }) ? name : punycode(name),
      isAllowed(ascii)
    else { return false }
    for byte in ascii { output.append(small(byte)) }
    return true
  }

  /// Some letters become signs, such as a slash, in punycode.
  private static func isAllowed(_ name: [UInt8]) -> Bool {
    !name.isEmpty && !name.contains(where: ByteSet.forbiddenInHost.contains)
  }

  private static func appendAddress(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) -> Bool {
    for index in range.dropFirst().dropLast() {
      guard ByteSet.address.contains(bytes[index]) else { return false }
    }
    guard range.count > 3 else { return false }
    for index in range { output.append(small(bytes[index])) }
    return true
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    0x41...0x5A ~= byte ? byte | 0x20 : byte
  }

  /// The name in ASCII; `nil` where it has none.
  private static func punycode(_ name: [UInt8]) -> [UInt8]? {
    var result: UnsafeMutablePointer<CChar>?
    let flags = CInt(IDN2_NONTRANSITIONAL.rawValue)
    let text = String(decoding: name, as: UTF8.self)
    let status = unsafe idn2_to_ascii_8z(text, &result, flags)
    guard status == IDN2_OK.rawValue, let result = unsafe result else { return nil }
    defer { unsafe idn2_free(result) }
    return Array(unsafe String(cString: result).utf8)
  }
}
