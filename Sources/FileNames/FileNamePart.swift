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
    if name.utf8.count <= longest { return name }
    return cut(name, to: longest, "-\(Digest.hexadecimal(.sha1, of: value).prefix(8))")
  }

  /// A name, cut so that it has at most `longest` bytes with `end` behind it: a hash of the whole,
  /// by which cut names stay apart.
  public static func cut(_ name: String, to longest: Int, _ end: String) -> String {
    var short = name.unicodeScalars
    while String(short).utf8.count + end.utf8.count > longest { short.removeLast() }
    return String(short) + end
  }
}
