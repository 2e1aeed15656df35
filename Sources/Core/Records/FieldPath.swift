/// The name of a field by its path: `speciesKey`, `media.license`, `` `odd.name` ``.
///
/// A dot leads into an object. Backquotes go around a name with a dot, a blank, a bracket or a
/// backquote, which is doubled inside them. A path through an array means any element.
public struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  /// The names from the outermost object inwards, at least one.
  public let names: [String]

  /// A path of these names; there must be one at least.
  public init(names: [String]) {
    precondition(!names.isEmpty)
    self.names = names
  }

  /// Reads a path as a user writes it; `nil` where a name is empty, a backquote is open or a
  /// bracket stands outside of them: what a function tells is no field.
  public init?(_ text: some StringProtocol) {
    var names = [String]()
    var rest = text[...]
    repeat {
      guard let name = Self.takeName(&rest), !name.isEmpty else { return nil }
      names.append(name)
    } while Self.takeDot(&rest)
    guard rest.isEmpty else { return nil }
    self.names = names
  }

  /// As a user would write it.
  public var description: String {
    names.map(Self.quoteIfNeeded).joined(separator: ".")
  }

  private static func takeDot<Text: StringProtocol>(_ rest: inout Text) -> Bool
  where Text.SubSequence == Text {
    guard rest.first == "." else { return false }
    rest.removeFirst()
    return true
  }

  private static func takeName<Text: StringProtocol>(_ rest: inout Text) -> String?
  where Text.SubSequence == Text {
    guard rest.first == "`" else {
      let name = rest.prefix { !".`()".contains($0) }
      rest = rest[name.endIndex...]
      return String(name)
    }
    var name = ""
    while rest.first == "`" {
      rest.removeFirst()
      guard let end = rest.firstIndex(of: "`") else { return nil }
      name += rest[..<end]
      rest = rest[rest.index(after: end)...]
      // A doubled backquote stands for one, and the name goes on.
      if rest.first == "`" { name += "`" }
    }
    return name
  }

  private static func quoteIfNeeded(_ name: String) -> String {
    let isPlain = name.allSatisfy { !".`(),".contains($0) && !$0.isWhitespace }
    return isPlain
      ? name
      : "`\(name.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "``"))`"
  }
}
