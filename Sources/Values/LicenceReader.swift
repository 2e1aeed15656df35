/// Reads the words of a text about rights, from the first to the last.
struct LicenceReader {
  private(set) var meanings: [LicenceWord] = []
  /// The words that say something, as they stand.
  private(set) var plain: [String] = []
  /// Whether a licence is spoken of by that word.
  private(set) var speaksOfLicence = false

  init(_ text: String) {
    var words = [String]()
    for piece in text.split(whereSeparator: \.isWhitespace) {
      if LicenceURL.isMeant(by: piece.lowercased()) {
        read(words)
        words = []
        meanings.append(Self.meaning(ofURL: piece.lowercased()))
      } else {
        words += FoldedWords.words(of: Self.withSign(String(piece)))
      }
    }
    read(words)
  }

  private static func meaning(ofURL piece: String) -> LicenceWord {
    let wrapping = "<>()[]{},;.\"'"
    var url = piece[...]
    while let last = url.last, wrapping.contains(last) { url.removeLast() }
    while let first = url.first, wrapping.contains(first) { url.removeFirst() }
    return LicenceURL.meaning(String(url)) ?? .other(piece)
  }

  /// The sign of copyright as a word, also where it is written `(c)`.
  private static func withSign(_ piece: String) -> String {
    piece.lowercased() == "(c)"
      ? "©"
      : piece.split(separator: "©", omittingEmptySubsequences: false)
        .joined(separator: " © ")
  }

  private mutating func read(_ all: [String]) {
    let words = all.filter { !isFiller($0) }.map(Self.withoutLetterOfVersion)
    plain += words
    var index = 0
    while index < words.count { index += take(words[index...]) }
  }

  private static func withoutLetterOfVersion(_ word: String) -> String {
    let isVersion = word.first == "v" && word.dropFirst().first?.isNumber ?? false
    return isVersion ? String(word.dropFirst()) : word
  }

  private mutating func isFiller(_ word: String) -> Bool {
    if LicencePhrases.licence.contains(word) {
      speaksOfLicence = true
      return true
    }
    return LicencePhrases.fillers.contains(word)
  }

  /// Takes the longest phrase that the words begin with; tells how many words it has.
  private mutating func take(_ words: ArraySlice<String>) -> Int {
    for count in stride(from: min(LicencePhrases.longest, words.count), to: 0, by: -1) {
      let phrase = words.prefix(count).joined(separator: " ")
      guard let found = LicencePhrases.meanings[phrase] ?? port(phrase) ?? version(phrase) else {
        continue
      }
      meanings += found
      return count
    }
    meanings.append(.other(words.first ?? ""))
    return 1
  }

  private func port(_ phrase: String) -> [LicenceWord]? {
    if let code = LicencePorts.names[phrase] { return [.port(code)] }
    guard case .version = meanings.last, LicencePorts.codes.contains(phrase),
      !LicencePorts.ambiguous.contains(phrase)
    else { return nil }
    return [.port(phrase)]
  }

  /// `4.0`, `4`, and `4 0` as GBIF's names for licences have it.
  private func version(_ phrase: String) -> [LicenceWord]? {
    for version in [phrase, phrase + ".0", phrase.split(separator: " ").joined(separator: ".")]
    where CreativeCommons.versions.contains(version) {
      return [.version(version)]
    }
    return nil
  }
}
