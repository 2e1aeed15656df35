internal import Digests

/// A value of a record as a part of a file's name.
public enum FileNamePart {
  /// The value without what would make it a folder, hide it, or be obeyed by a shell or a
  /// terminal: at most `longest` bytes (16 or more), and `unlabelled` where there is none.
  public static func safe(_ value: String?, longest: Int) -> String {
    guard let value else { return "unlabelled" }
    var name = ""
    for scalar in value.unicodeScalars {
      let isControl = scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value
      let isUnsafe = isControl || scalar == "/" || scalar == "\\"
      name.unicodeScalars.append(isUnsafe ? "_" : scalar)
    }
    if let first = name.unicodeScalars.first, ".~-".unicodeScalars.contains(first) {
      name = "_" + String(name.unicodeScalars.dropFirst())
    }
    return name.utf8.count <= longest ? name : shorten(name, of: value, to: longest)
  }

  /// Cut values stay apart by a hash of the whole.
  private static func shorten(_ name: String, of value: String, to longest: Int) -> String {
    var short = name.unicodeScalars
    while String(short).utf8.count > longest - 9 { short.removeLast() }
    return String(short) + "-" + Digest.hexadecimal(.sha1, of: value).prefix(8)
  }
}
