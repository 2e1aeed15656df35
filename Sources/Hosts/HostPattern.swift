/// The name of a host, or of all hosts below a name: `example.org`, `*.example.org`, `*`.
enum HostPattern: Hashable {
  case name(String)
  /// All hosts whose names end with a dot and this; all at all where it is empty.
  case below(String)

  /// Reads a pattern; `nil` where it is none.
  init?(_ text: some StringProtocol) {
    let text = text.lowercased()
    if text == "*" {
      self = .below("")
    } else if text.hasPrefix("*.") {
      guard Self.isName(text.dropFirst(2)) else { return nil }
      self = .below(String(text.dropFirst(2)))
    } else {
      guard Self.isName(text) else { return nil }
      self = .name(text)
    }
  }

  /// All patterns that a host's name fits, the most general first.
  static func fitting(_ host: some StringProtocol) -> [HostPattern] {
    var name = host.lowercased()[...]
    if name.last == "." { name.removeLast() }
    var patterns = [HostPattern.name(String(name))]
    while let dot = name.firstIndex(of: ".") {
      name = name[name.index(after: dot)...]
      patterns.append(.below(String(name)))
    }
    patterns.append(.below(""))
    return patterns.reversed()
  }

  /// Letters of ASCII, digits, dots, hyphens, underscores; or an address of IPv6 in brackets.
  private static func isName(_ text: some StringProtocol) -> Bool {
    if text.first == "[", text.last == "]" {
      return text.utf8.dropFirst().dropLast().allSatisfy {
        0x30...0x3A ~= $0 || 0x61...0x66 ~= $0 || $0 == UInt8(ascii: ".")
      }
    }
    return !text.isEmpty && !text.hasPrefix(".") && !text.hasSuffix(".")
      && text.utf8.allSatisfy {
        0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 || "-._".utf8.contains($0)
      }
  }
}
