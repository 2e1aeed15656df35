/// The words of a text without accents, for comparing.
enum FoldedWords {
  /// Cuts a piece of text in small letters at blanks, dashes, brackets and the like.
  ///
  /// A dot between digits does not cut, and any other sign is part of a word, so that `by?` is
  /// not taken for `by`; the sign of copyright is a word of its own.
  static func words(of text: Substring) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var words = [String]()
    var word = [UInt8]()
    for index in scalars.indices where !isAccent(scalars[index]) {
      let isCut = isSeparator(scalars[index]) && !isBetweenDigits(index, scalars)
      if isCut || scalars[index] == "©" {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
        if !isCut { words.append("©") }
      } else {
        append(scalars[index], to: &word)
      }
    }
    return word.isEmpty ? words : words + [String(decoding: word, as: UTF8.self)]
  }

  private static func append(_ scalar: Unicode.Scalar, to word: inout [UInt8]) {
    if scalar.isASCII {
      word.append(UInt8(ascii: scalar))
    } else {
      word += Array((withoutAccent[scalar] ?? scalar).utf8)
    }
  }

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    "\u{300}"..."\u{36F}" ~= scalar
  }

  private static func isBetweenDigits(_ index: Int, _ text: [Unicode.Scalar]) -> Bool {
    text[index] == "." && index > 0 && index + 1 < text.count && isDigit(text[index - 1])
      && isDigit(text[index + 1])
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? separators.contains(UInt8(ascii: scalar)) : furtherSeparators.contains(scalar)
  }

  private static let separators = ByteSet(" \t\r\n-_/,;:.()[]{}'\"")
  /// Blanks, dashes and quotation marks.
  private static let furtherSeparators: Set<Unicode.Scalar> = [
    "\u{A0}", "\u{202F}", "\u{2010}", "\u{2011}", "\u{2012}", "–", "—", "\u{2212}", "’", "“", "”",
    "«", "»",
  ]

  private static let withoutAccent: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    let groups: [(Unicode.Scalar, String)] = [
      ("a", "áàâãäå"), ("c", "ç"), ("e", "éèêë"), ("i", "íìîï"), ("n", "ñ"), ("o", "óòôõöø"),
      ("u", "úùûü"),
    ]
    for (letter, accented) in groups {
      for scalar in accented.unicodeScalars { table[scalar] = letter }
    }
    return table
  }()
}
