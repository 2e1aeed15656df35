extension NameTemplate {
  /// What a file system gives the name of a file or a folder, in bytes.
  private static let longestName = 255
  /// The longest value that is not cut, in bytes, where there is room for it.
  private static let longestValue = 80
  /// No value is cut to fewer bytes: there must be room for a hash of the whole.
  private static let shortestCut = 16

  /// What stands between two slashes: bytes that are always there, and how many fields.
  private struct Name {
    var fixed = 0
    var fields = 0

    var room: Int { (longestName - fixed) / max(fields, 1) }
  }

  /// How many bytes of a value its names have room for; `nil` where a name has none.
  static func lengthOfValues(in parts: [Part]) -> Int? {
    let room = names(of: parts).map(\.room).min() ?? 0
    return room < shortestCut ? nil : min(room, longestValue)
  }

  private static func names(of parts: [Part]) -> [Name] {
    var names = [Name()]
    for part in parts {
      switch part {
      case .text(let text):
        let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
          if index > 0 { names.append(Name()) }
          names[names.count - 1].fixed += piece.utf8.count
        }
      case .hash(let length): names[names.count - 1].fixed += length
      case .format: names[names.count - 1].fixed += 4
      case .field: names[names.count - 1].fields += 1
      }
    }
    return names
  }
}
