/// How the characters of a table are made of bytes.
public enum TextEncoding: String, Sendable {
  /// UTF-8; ASCII is a part of it.
  case utf8 = "UTF-8"
  /// UTF-16 with a byte order mark, little-endian without one.
  case utf16 = "UTF-16"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// ISO 8859-1: each byte is the character of this number.
  case latin1 = "ISO-8859-1"
  /// Latin-1 with letters and signs in the place of some control characters.
  case windows1252 = "windows-1252"

  /// By a name as it is found in archives: `utf8`, `latin-1`, `cp1252`; `nil` for an unknown.
  public init?(named name: String) {
    let letters = name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    switch letters {
    case "utf8", "utf8sig", "utf8mb4", "utf8n", "cp65001", "ascii", "usascii", "": self = .utf8
    case "utf16", "ucs2", "unicode": self = .utf16
    case "utf16le", "ucs2le": self = .utf16LittleEndian
    case "utf16be", "ucs2be": self = .utf16BigEndian
    case "latin1", "iso88591", "l1", "cp819": self = .latin1
    case "windows1252", "xwindows1252", "cp1252", "ansi", "win1252": self = .windows1252
    default: return nil
    }
  }
}
