internal import ArgumentParser
internal import Invocation

/// How the tools call themselves to a host (RFC 9110 section 10.1.5).
enum UserAgent {
  /// How a host's keeper reaches the user: an e-mail address, a URL, a name.
  struct Contact: ExpressibleByArgument {
    /// As it stands between the parentheses of a comment (RFC 9110 section 5.6.5).
    let comment: String

    /// Takes what can stand in a header field: printable ASCII, at least one character.
    init?(argument: String) {
      guard !argument.isEmpty, argument.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) else { return nil }
      comment = argument.reduce(into: "") { comment, character in
        if "()\\".contains(character) { comment.append("\\") }
        comment.append(character)
      }
    }
  }

  /// `gbifxdl/0.1.0 (contact)`.
  static func text(contact: Contact?) -> String {
    "gbifxdl/\(version)" + (contact.map { " (\($0.comment))" } ?? "")
  }
}
