import ArgumentParser
import Records
import Values

/// How the name of a picture follows from its record: `{speciesKey}/{hash}.{ext}`.
///
/// `{hash}` is the SHA-1 of the URL as the record has it, `{hash:2}` its first two digits,
/// `{ext}` what the bytes say; anything else in braces is a field, or what a function tells by one.
struct NameTemplate: ExpressibleByArgument, CustomStringConvertible {
  enum Part: Equatable {
    case text(String)
    case hash(length: Int)
    case format
    case field(FieldExpression)
  }

  let parts: [Part]
  /// More bytes than this of one value are cut.
  let lengthOfValues: Int
  /// As it was given.
  let description: String

  /// The fields that it reads, in its order.
  var fields: [FieldExpression] {
    parts.compactMap { part in
      if case .field(let path) = part { path } else { nil }
    }
  }

  /// The template `{speciesKey}/{hash}.{ext}`.
  static let standard = NameTemplate(
    parts: [
      .field(FieldExpression(of: FieldPath(names: ["speciesKey"]))), .text("/"), .hash(length: 40),
      .text("."), .format,
    ], description: "{speciesKey}/{hash}.{ext}")

  private init(parts: [Part], description: String) {
    self.parts = parts
    lengthOfValues = Self.lengthOfValues(in: parts) ?? 0
    self.description = description
  }

  /// Reads a template; `nil` where a brace is open, a field has no name, the name could
  /// leave the folder, or a file's name would be too long.
  init?(argument: String) {
    var parts = [Part]()
    var rest = argument[...]
    while !rest.isEmpty {
      guard let part = rest.first == "{" ? Self.takeField(&rest) : Self.takeText(&rest) else {
        return nil
      }
      parts.append(part)
    }
    guard Self.isSafe(argument), let length = Self.lengthOfValues(in: parts) else { return nil }
    self.parts = parts
    lengthOfValues = length
    description = argument
  }

  private static func takeText(_ rest: inout Substring) -> Part? {
    let text = rest.prefix { $0 != "{" }
    rest = rest[text.endIndex...]
    return .text(String(text))
  }

  private static func takeField(_ rest: inout Substring) -> Part? {
    guard let end = rest.firstIndex(of: "}") else { return nil }
    let name = rest[..<end].dropFirst()
    rest = rest[rest.index(after: end)...]
    let words = name.split(separator: ":", omittingEmptySubsequences: false)
    switch words.first {
    case "hash": return words.count == 1 ? .hash(length: 40) : hash(words.dropFirst())
    case "ext" where words.count == 1: return .format
    default: return FieldExpression(argument: String(name)).map { .field($0) }
    }
  }

  private static func hash(_ words: ArraySlice<Substring>) -> Part? {
    guard words.count == 1, let length = words.first.flatMap({ Int($0) }), 1...40 ~= length else {
      return nil
    }
    return .hash(length: length)
  }

  /// Neither an absolute path nor one with a `..` in it, a file's name at the end, and nothing in
  /// the folder of the journal.
  private static func isSafe(_ template: String) -> Bool {
    let folders = template.split(separator: "/", omittingEmptySubsequences: false)
    return !folders.contains("") && !folders.contains(".") && !folders.contains("..")
      && !folders[0].hasPrefix(".img-fetch") && !folders[0].hasPrefix(".{")
  }
}
