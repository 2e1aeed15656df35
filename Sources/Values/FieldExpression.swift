public import Records

/// A field as it is, or something told by it: `species`, `spdx(media.license)`,
/// `host(media.identifier)`, `url(media.identifier)`.
public struct FieldExpression: Hashable, Sendable, CustomStringConvertible {
  /// What may be told by the text of a field.
  public enum Function: String, Sendable, CaseIterable {
    /// The licence, `unknown` where the field is absent: see `Licence`.
    case spdx
    /// The host of a URL, absent where the field is none: see `URLHost`.
    case host
    /// The canonical form of a URL: see `CanonicalURL`.
    case url
  }

  /// What is told by the field; `nil` for the field as it is.
  public let function: Function?
  /// The field.
  public let path: FieldPath

  /// A field, or what a function tells by it.
  public init(_ function: Function? = nil, of path: FieldPath) {
    self.function = function
    self.path = path
  }

  /// Reads an expression as a user writes it, blanks around it or around the field in the
  /// brackets; a name with a bracket or a comma in it stands in backquotes.
  /// - Throws: `FieldExpressionError`, which says what was expected.
  public init(_ text: String) throws(FieldExpressionError) {
    let text = text.trimmed
    let bracket = text.firstUnquoted { $0 == "(" }
    guard let bracket else {
      self.init(of: try Self.path(text))
      return
    }
    let function = try Self.function(text[..<bracket].trimmed)
    guard text.last == ")" else {
      throw FieldExpressionError("')' is expected at the end of '\(text)'")
    }
    let field = text[text.index(after: bracket)...].dropLast()
    self.init(function, of: try Self.path(field.trimmed))
  }

  /// As a user would write it.
  public var description: String { function.map { "\($0.rawValue)(\(path))" } ?? "\(path)" }

  private static func function(
    _ name: Substring
  ) throws(FieldExpressionError) -> Function {
    if let function = Function(rawValue: String(name)) { return function }
    throw FieldExpressionError("spdx, host or url is expected before '(', not '\(name)'")
  }

  private static func path(_ text: Substring) throws(FieldExpressionError) -> FieldPath {
    if text.isEmpty {
      throw FieldExpressionError("a field is expected, or spdx, host or url of one")
    }
    guard text.firstUnquoted(where: { "(),".contains($0) }) == nil, let path = FieldPath(text)
    else {
      throw FieldExpressionError("'\(text)' names no field")
    }
    return path
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The text without the blanks around it.
  var trimmed: Substring {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start.prefix(0) }
    return start[...last]
  }

  /// The first such character outside of backquotes.
  func firstUnquoted(where isWanted: (Character) -> Bool) -> Index? {
    var isQuoted = false
    for index in indices {
      if self[index] == "`" { isQuoted.toggle() }
      if !isQuoted, isWanted(self[index]) { return index }
    }
    return nil
  }
}
