/// The name of a file, taken apart at its last dot.
struct FileName {
  var stem: String
  /// One to five letters or digits, as they are written.
  let suffix: String

  var text: String { stem + "." + suffix }

  /// `nil` where there is no suffix, or nothing before it.
  init?(_ name: String) {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    stem = String(name[..<dot])
    suffix = String(name.utf8[dot...].dropFirst()) ?? ""
    guard !stem.isEmpty, 1...5 ~= suffix.utf8.count,
      ASCII.isAll(suffix, { ASCII.isLetter($0) || ASCII.isDigit($0) })
    else { return nil }
  }
}
