public import Transfers

/// Names and passwords by host, as ftp(1) and curl keep them.
///
/// https://everything.curl.dev/usingcurl/netrc.html
public struct Netrc {
  private var tokens: ArraySlice<String>

  /// Reads the text of a file.
  public init(_ text: String) { tokens = Self.tokens(of: text)[...] }

  /// What stands there for `host`, else under `default`; `nil` where a name or a password
  /// lacks.
  public func credentials(for host: String) -> Credentials? {
    var rest = tokens
    while let token = rest.popFirst() {
      let isFound = token == "default" || token == "machine" && rest.popFirst() == host
      if isFound { return Self.entry(rest) }
    }
    return nil
  }

  private static func entry(_ tokens: ArraySlice<String>) -> Credentials? {
    var rest = tokens
    var (user, password): (String?, String?)
    reading: while let token = rest.popFirst() {
      switch token {
      case "login": user = rest.popFirst()
      case "password": password = rest.popFirst()
      case "account": _ = rest.popFirst()
      default: break reading
      }
    }
    guard let user, let password else { return nil }
    return Credentials(user: user, password: password)
  }

  /// Words between blanks; quotes keep blanks together, a backslash in them escapes; a line
  /// that begins with `#` is a comment, and macros, which end with an empty line, are left out.
  private static func tokens(of text: String) -> [String] {
    var tokens = [String]()
    var isInMacro = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if isInMacro {
        isInMacro = !line.isEmpty
        continue
      }
      if line.drop(while: \.isWhitespace).hasPrefix("#") { continue }
      let words = words(of: line)
      isInMacro = words.contains("macdef")
      tokens += words.prefix { $0 != "macdef" }
    }
    return tokens
  }

  private static func words(of line: Substring) -> [String] {
    var words = [String]()
    var rest = line.drop(while: \.isWhitespace)
    while let first = rest.first {
      words.append(first == "\"" ? takeQuoted(&rest) : takePlain(&rest))
      rest = rest.drop(while: \.isWhitespace)
    }
    return words
  }

  private static func takePlain(_ rest: inout Substring) -> String {
    let word = rest.prefix { !$0.isWhitespace }
    rest = rest[word.endIndex...]
    return String(word)
  }

  private static func takeQuoted(_ rest: inout Substring) -> String {
    var word = ""
    rest.removeFirst()
    while let character = rest.popFirst(), character != "\"" {
      word.append(character == "\\" ? rest.popFirst() ?? character : character)
    }
    return word
  }
}
