/// A pattern in which `*` stands for any characters and `?` for one.
struct Wildcards {
  private enum Part { case byte(UInt8), anyCharacter, anyCharacters }

  private let parts: [Part]
  private let matchesCase: Bool

  /// Reads a pattern; a backslash makes the character behind it stand for itself.
  init(_ pattern: String, matchesCase: Bool) {
    self.matchesCase = matchesCase
    var parts = [Part]()
    var isLiteral = false
    for byte in (matchesCase ? pattern : pattern.lowercased()).utf8 {
      switch byte {
      case _ where isLiteral: parts.append(.byte(byte))
      case UInt8(ascii: "\\"):
        isLiteral = true
        continue
      case UInt8(ascii: "*"): parts.append(.anyCharacters)
      case UInt8(ascii: "?"): parts.append(.anyCharacter)
      default: parts.append(.byte(byte))
      }
      isLiteral = false
    }
    if isLiteral { parts.append(.byte(UInt8(ascii: "\\"))) }
    self.parts = parts
  }

  /// Whether the whole text is like the pattern.
  func matches(_ text: borrowing Span<UInt8>) -> Bool {
    if matchesCase || LetterCase.isASCII(text) { return run(text) }
    return LetterCase.withComparable(text, matchesCase: false) { run($0) }
  }

  /// Goes back to the last `*` alone, which is enough: what stands before it fits already.
  private func run(_ text: borrowing Span<UInt8>) -> Bool {
    var (part, offset) = (0, 0)
    var resume: (part: Int, offset: Int)?
    while offset < text.count || part < parts.count {
      if part < parts.count, let length = step(parts[part], text, offset) {
        if case .anyCharacters = parts[part] { resume = (part, offset) }
        part += 1
        offset += length
      } else {
        guard let last = resume, last.offset < text.count else { return false }
        resume = (last.part, last.offset + 1)
        (part, offset) = (last.part + 1, last.offset + 1)
      }
    }
    return true
  }

  /// How many bytes a part takes here; `nil` where it does not fit.
  private func step(_ part: Part, _ text: borrowing Span<UInt8>, _ offset: Int) -> Int? {
    switch part {
    case .anyCharacters: return 0
    case .byte(let byte):
      guard offset < text.count else { return nil }
      return (matchesCase ? text[offset] : LetterCase.fold(text[offset])) == byte ? 1 : nil
    case .anyCharacter:
      guard offset < text.count, text[offset] & 0xC0 != 0x80 else { return nil }
      var length = 1
      while offset + length < text.count, text[offset + length] & 0xC0 == 0x80 { length += 1 }
      return length
    }
  }
}
