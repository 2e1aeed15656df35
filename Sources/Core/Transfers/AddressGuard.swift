/// Which addresses of the internet are public: those that a URL out of data may reach.
///
/// The others are of the registries that RFC 6890 set up, so that a record can't make us
/// talk to a machine of the user's own network.
public enum AddressGuard {
  private struct Prefix {
    let bytes: [UInt8]
    let length: Int

    init(_ length: Int, _ bytes: UInt8...) {
      self.bytes = bytes
      self.length = length
    }

    func contains(_ address: some RandomAccessCollection<UInt8>) -> Bool {
      for (index, byte) in address.prefix((length + 7) / 8).enumerated() {
        let kept = UInt8(truncatingIfNeeded: 0xFF00 >> min(8, length - 8 * index))
        let wanted = index < bytes.count ? bytes[index] : 0
        if (byte ^ wanted) & kept != 0 { return false }
      }
      return true
    }
  }

  /// As https://www.iana.org/assignments/iana-ipv4-special-registry says.
  private static let special4 = [
    Prefix(8, 0), Prefix(8, 10), Prefix(10, 100, 64), Prefix(8, 127), Prefix(16, 169, 254),
    Prefix(12, 172, 16), Prefix(24, 192, 0, 0), Prefix(24, 192, 0, 2), Prefix(16, 192, 168),
    Prefix(24, 192, 88, 99), Prefix(15, 198, 18), Prefix(24, 198, 51, 100),
    Prefix(24, 203, 0, 113), Prefix(4, 224), Prefix(4, 240),
  ]

  /// https://www.iana.org/assignments/iana-ipv6-special-registry, within 2000::/3.
  private static let special6 = [
    Prefix(23, 0x20, 0x01, 0x00), Prefix(32, 0x20, 0x01, 0x0D, 0xB8), Prefix(20, 0x3F, 0xFF),
  ]
  private static let global6 = Prefix(3, 0x20)
  private static let translated = Prefix(96, 0x00, 0x64, 0xFF, 0x9B)
  private static let mapped = Prefix(96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF)
  private static let sixToFour = Prefix(16, 0x20, 0x02)

  /// Whether an address is public: 4 bytes of IPv4 or 16 of IPv6, in network order.
  public static func isPublic(_ address: [UInt8]) -> Bool {
    address.count == 4 ? isPublic4(address[...]) : isPublic6(address)
  }

  private static func isPublic4(_ address: ArraySlice<UInt8>) -> Bool {
    !special4.contains { $0.contains(address) }
  }

  /// An IPv6 address with an IPv4 address in it is as public as that.
  private static func isPublic6(_ address: [UInt8]) -> Bool {
    guard address.count == 16 else { return false }
    if mapped.contains(address) || translated.contains(address) {
      return isPublic4(address[12...])
    }
    if sixToFour.contains(address) { return isPublic4(address[2..<6]) }
    return global6.contains(address) && !special6.contains { $0.contains(address) }
  }
}
