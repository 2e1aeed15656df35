/// The words of a text without accents, for comparing.
enum FoldedWords {
  /// Cuts a piece of text in small letters at blanks, dashes, brackets and the like.
  ///
  /// A dot between digits does not cut, and any other sign is part of a word, so that `by?` is
  /// not taken for `by`; the sign of copyright is a word of its own.
  static func words(of text: Substring) -> [String] {
    let scalars = text.unicodeScalars.filter { !("\u{300}"..."\u{36F}" ~= $0) }
    var words = [String]()
    var word = String.UnicodeScalarView()
    for index in scalars.indices {
      let scalar = scalars[index]
      let isCut = isSeparator(scalar) && !isBetweenDigits(index, scalars)
      if isCut || scalar == "©" {
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
        if !isCut { words.append("©") }
      } else {
        word.append(scalar.isASCII ? scalar : withoutAccent[scalar] ?? scalar)
      }
    }
    return word.isEmpty ? words : words + [String(word)]
  }

  private static func isBetweenDigits(
    _ index: Substring.UnicodeScalarView.Index, _ text: Substring.UnicodeScalarView
  ) -> Bool {
    guard text[index] == ".", index > text.startIndex else { return false }
    let next = text.index(after: index)
    return next < text.endIndex && isDigit(text[text.index(before: index)]) && isDigit(text[next])
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
