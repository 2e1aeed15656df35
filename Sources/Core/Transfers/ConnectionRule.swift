/// `HOST1:PORT1:HOST2:PORT2` as curl's `--connect-to` takes it: what goes to the first goes to
/// the second instead.
///
/// Empty first parts stand for every host or port, empty second ones for those of the URL. An
/// IPv6 address stands in brackets.
public struct ConnectionRule: Sendable, Equatable {
  /// The rule as it was written.
  public let text: String
  private let parts: [String]

  /// Reads a rule; `nil` where it has not four parts, or a port that is none.
  public init?(_ text: String) {
    parts = Self.parts(of: text)
    guard parts.count == 4, Self.isPort(parts[1]), Self.isPort(parts[3]) else { return nil }
    self.text = text
  }

  /// Whether the rule says by which host `url` is reached.
  func placesHost(of url: HTTPURL) -> Bool {
    let isOfHost = parts[0].isEmpty || parts[0].lowercased() == url.host
    let isOfPort = parts[1].isEmpty || Int(parts[1]) == url.port
    return isOfHost && isOfPort && !parts[2].isEmpty
  }

  /// What stands between the colons that are not in brackets.
  private static func parts(of text: String) -> [String] {
    var parts = [""]
    var isInBrackets = false
    for character in text {
      if character == "[" { isInBrackets = true }
      if character == "]" { isInBrackets = false }
      if character == ":", !isInBrackets {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  private static func isPort(_ text: String) -> Bool {
    text.isEmpty || text.allSatisfy { "0"..."9" ~= $0 } && UInt16(text) != nil
  }
}
