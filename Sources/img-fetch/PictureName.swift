import Digests
import Images
import Records

/// The name of one picture, but for what only its bytes can tell.
struct PictureName: Equatable {
  /// What stands before, between and after the places of `{ext}`.
  private let pieces: [String]

  init(pieces: [String]) { self.pieces = pieces }

  /// The name with the extension of the picture's format.
  func with(extension: String) -> String { pieces.joined(separator: `extension`) }

  /// Whether it is `path` with the extension of some format.
  func canBe(_ path: String) -> Bool {
    ImageKind.allCases.contains { with(extension: $0.fileExtension) == path }
  }
}

/// Makes the names of pictures after a template.
struct PictureNaming {
  /// More bytes than this of one value are cut: a file's name has 255 at most.
  private static let longestValue = 80

  private let folder: String
  private let template: NameTemplate
  private let fields: [Field]

  init(_ template: NameTemplate, below folder: String, _ scanner: inout RecordScanner) {
    self.template = template
    self.folder = folder
    fields = template.fields.map { scanner.field($0) }
  }

  /// The name of the picture of a record whose URL is `url`.
  func name(of record: borrowing Record, url: String) -> PictureName {
    var pieces = [folder == "." ? "" : folder + "/"]
    var next = 0
    for part in template.parts {
      switch part {
      case .text(let text): pieces[pieces.count - 1] += text
      case .hash(let length):
        pieces[pieces.count - 1] += Digest.hexadecimal(.sha1, of: url).prefix(length)
      case .format: pieces.append("")
      case .field:
        pieces[pieces.count - 1] += Self.safe(record.text(of: fields[next])?.string)
        next += 1
      }
    }
    return PictureName(pieces: pieces)
  }

  /// A value as a part of a file's name: no folder, nothing hidden, nothing that a shell or a
  /// terminal would obey.
  static func safe(_ value: String?) -> String {
    guard let value else { return "unlabelled" }
    var name = ""
    for scalar in value.unicodeScalars {
      let isControl = scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value
      let isUnsafe = isControl || scalar == "/" || scalar == "\\"
      name.unicodeScalars.append(isUnsafe ? "_" : scalar)
    }
    if let first = name.first, ".~-".contains(first) { name = "_" + name.dropFirst() }
    return name.utf8.count <= longestValue ? name : shorten(name, of: value)
  }

  /// Cut values stay apart by a hash of the whole.
  private static func shorten(_ name: String, of value: String) -> String {
    var short = name
    while short.utf8.count > longestValue - 9 { short.removeLast() }
    return short + "-" + Digest.hexadecimal(.sha1, of: value).prefix(8)
  }
}
