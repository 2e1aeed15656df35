/// An element of a small XML document.
struct XMLElement {
  /// The local name, in lower case.
  let name: String
  /// By the local names, in lower case.
  let attributes: [String: String]
  var children: [XMLElement] = []
  var text = ""

  /// The children of this name.
  func children(named name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The text without the white space around it.
  var trimmedText: String { Self.trim(text) }

  /// The value of an attribute without the white space around it, where it is there.
  func trimmedAttribute(_ name: String) -> String? { attributes[name].map(Self.trim) }

  private static func trim(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }

  /// The local part of a name, in lower case: descriptors are written by hand too.
  static func localName(_ name: String) -> String {
    let start = name.lastIndex(of: ":").map { name.index(after: $0) } ?? name.startIndex
    return name[start...].lowercased()
  }
}
