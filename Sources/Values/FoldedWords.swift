/// The words of a text in small letters and without accents, for comparing.
enum FoldedWords {
  /// Cuts a piece of text at blanks, dashes, brackets and the like.
  ///
  /// A dot between digits does not cut; any other sign is part of a word, so that `by?` is not
  /// taken for `by`.
  static func words(of text: String) -> [String] {
    let folded = fold(text)
    var words = [String]()
    var word = ""
    for (index, scalar) in folded.enumerated() {
      if separators.contains(scalar), !isBetweenDigits(index, folded) {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  private static func isBetweenDigits(_ index: Int, _ text: [Unicode.Scalar]) -> Bool {
    text[index] == "." && index > 0 && index + 1 < text.count && isDigit(text[index - 1])
      && isDigit(text[index + 1])
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

  private static func fold(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars
      .filter { !("\u{300}"..."\u{36F}" ~= $0) }
      .map { withoutAccent[$0] ?? $0 }
  }

  private static let separators = Set(
    " \t\r\n\u{A0}\u{202F}-\u{2010}\u{2011}\u{2012}–—\u{2212}_/,;:.()[]{}'’\"“”«»".unicodeScalars)

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
