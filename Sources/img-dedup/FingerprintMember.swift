import Pixels
import Records

/// The member `fingerprint`: what decoding a picture told, so that it need not be done again.
///
/// `of` is the start of the SHA-256 of the file that was decoded: where the file is another by
/// now, the member says nothing.
struct FingerprintMember {
  /// What the member of one record tells.
  struct Value {
    var size: PictureSize?
    var pixels: PictureHash?
    var fingerprint: Fingerprint?

    /// Whether all is known that `notion` asks for.
    func suffices(for notion: Notion) -> Bool {
      switch notion {
      case .exact: true
      case .pixels: pixels != nil
      case .similar: fingerprint != nil
      }
    }
  }

  /// What a member tells, and of which file.
  struct Known: Sendable {
    let file: PictureHash
    let value: Value

    /// What is known of the file with this hash: nothing where it is another.
    func value(of file: PictureHash) -> Value { file == self.file ? value : Value() }
  }

  private let of: Field
  private let width: Field
  private let height: Field
  private let pixels: Field
  private let perceptual: Field
  private let difference: Field
  private let contrast: Field

  init(_ scanner: inout RecordScanner) {
    func field(_ name: String, _ scanner: inout RecordScanner) -> Field {
      scanner.field(FieldPath(names: ["fingerprint", name]))
    }
    of = field("of", &scanner)
    width = field("width", &scanner)
    height = field("height", &scanner)
    pixels = field("pixels", &scanner)
    perceptual = field("perceptual", &scanner)
    difference = field("difference", &scanner)
    contrast = field("contrast", &scanner)
  }

  /// What the member of a record tells; `nil` where it does not say of which file.
  func known(of record: borrowing Record) -> Known? {
    guard let file = record.string(of).flatMap(PictureHash.init(prefix:)) else { return nil }
    return Known(file: file, value: value(of: record))
  }

  private func value(of record: borrowing Record) -> Value {
    var value = Value()
    value.size = PictureSize(width: record.number(width), height: record.number(height))
    value.pixels = record.string(pixels).flatMap(PictureHash.init(prefix:))
    if let perceptual = word(perceptual, record), let difference = word(difference, record),
      let contrast = record.number(contrast)
    {
      value.fingerprint = Fingerprint(
        perceptual: perceptual, difference: difference, contrast: contrast)
    }
    return value
  }

  private func word(_ field: Field, _ record: borrowing Record) -> UInt64? {
    record.string(field).flatMap { $0.utf8.count == 16 ? UInt64($0, radix: 16) : nil }
  }

  /// The member's JSON.
  static func json(_ value: Value, file: PictureHash) -> [UInt8] {
    var object = JSONObject()
    object.add("of", file.digits)
    object.add("width", value.size?.width)
    object.add("height", value.size?.height)
    object.add("pixels", value.pixels.map { String(decoding: $0.digits, as: UTF8.self) })
    if let fingerprint = value.fingerprint {
      object.add("perceptual", hexadecimal(fingerprint.perceptual))
      object.add("difference", hexadecimal(fingerprint.difference))
      object.add("contrast", fingerprint.contrast)
    }
    return object.bytes
  }

  private static func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
