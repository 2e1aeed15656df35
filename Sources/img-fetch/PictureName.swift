import Digests
import FileNames
import Images
import Records
import Values

/// The name of one picture, but for what only its bytes can tell.
struct PictureName {
  /// What stands before, between and after the places of `{ext}`.
  private let pieces: [String]

  init(pieces: [String]) { self.pieces = pieces }

  /// The name with the extension of the picture's format.
  func with(extension: String) -> String { pieces.joined(separator: `extension`) }

  /// The name with the extension of each format.
  var paths: [String] { ImageKind.allCases.map { with(extension: $0.fileExtension) } }

  /// Whether it is `path` with the extension of some format.
  func canBe(_ path: String) -> Bool {
    paths.contains { ByteText($0) == ByteText(path) }
  }
}

/// Makes the names of pictures after a template.
struct PictureNaming {
  private let folder: String
  private let template: NameTemplate
  private let fields: [ExpressionField]

  init(_ template: NameTemplate, below folder: String, _ scanner: inout RecordScanner) {
    self.template = template
    self.folder = folder
    fields = template.fields.map { ExpressionField($0, &scanner) }
  }

  /// The name of the picture of a record whose URL is `url`.
  func name(of record: borrowing Record, url: String) -> PictureName {
    var pieces = [folder]
    var next = 0
    for part in template.parts {
      switch part {
      case .text(let text): pieces[pieces.count - 1] += text
      case .hash(let length):
        pieces[pieces.count - 1] += Digest.hexadecimal(.sha1, of: url).prefix(length)
      case .format: pieces.append("")
      case .field:
        pieces[pieces.count - 1] += FileNamePart.safe(
          fields[next].string(of: record), longest: template.lengthOfValues)
        next += 1
      }
    }
    return PictureName(pieces: pieces)
  }
}
