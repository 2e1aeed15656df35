/// Reads the words of a text about rights, from the first to the last.
struct LicenceReader {
  private(set) var meanings: [LicenceWord] = []
  /// The words that say something, as they stand.
  private(set) var plain: [String] = []
  /// Whether a licence is spoken of by that word.
  private(set) var speaksOfLicence = false

  init(_ text: String) {
    var words = [String]()
    for piece in text.lowercased().utf8.split(whereSeparator: { $0 <= 0x20 }).map(Substring.init) {
      if LicenceURL.isMeant(by: piece) {
        read(words)
        words = []
        meanings.append(Self.meaning(ofURL: piece))
      } else {
        words += FoldedWords.words(of: piece == "(c)" ? "©" : piece)
      }
    }
    read(words)
  }

  private static func meaning(ofURL piece: Substring) -> LicenceWord {
    let wrapping = "<>()[]{},;.\"'"
    var url = piece
    while let last = url.last, wrapping.contains(last) { url.removeLast() }
    while let first = url.first, wrapping.contains(first) { url.removeFirst() }
    return LicenceURL.meaning(String(url)) ?? .other(String(piece))
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
    guard let first = words.first else { return 0 }
    let longest = min(LicencePhrases.lengths[first] ?? 0, words.count)
    for count in stride(from: longest, to: 0, by: -1) {
      let phrase = count == 1 ? first : words.prefix(count).joined(separator: " ")
      guard let found = LicencePhrases.meanings[phrase] else { continue }
      meanings += found
      return count
    }
    meanings.append(port(first) ?? .other(first))
    return 1
  }

  private func port(_ word: String) -> LicenceWord? {
    guard case .version = meanings.last, LicencePorts.codes.contains(word),
      !LicencePorts.ambiguous.contains(word)
    else { return nil }
    return .port(word)
  }
}
