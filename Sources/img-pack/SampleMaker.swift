import ByteStreams
import ImageRecords
import Images
import Invocation

/// Makes samples of what records tell.
struct SampleMaker {
  /// What other members of a sample are called.
  private static let taken = ["json", "cls"]
  private static let longestExtension = 8

  let folder: BaseFolder
  private var classes: ClassFile?

  init(_ options: ImgPack) throws {
    folder = try options.paths.open()
    classes = options.classMap.map { ClassFile($0) }
  }

  /// Reads what is needed for any sample.
  mutating func prepare() throws { try classes?.read() }

  /// Reads the file of a record.
  /// - Throws: `PictureFault` where something is missing or not as it should be.
  func sample(_ facts: SampleFacts, of line: [UInt8]) throws(PictureFault) -> Sample {
    guard let path = facts.path else { throw PictureFault("unreadable", "image", "has no path") }
    guard let suffix = Self.suffix(facts.format, path) else {
      throw PictureFault("unknown_format", path, "is of no known format")
    }
    let number = try classNumber(facts.label, path)
    let picture = try FileContents(facts, at: path, in: folder)
    return Sample(
      name: facts.name, picture: picture, extension: suffix,
      record: line + [UInt8(ascii: "\n")], classNumber: number)
  }

  /// By the format, or else by the file's own name.
  static func suffix(_ format: String?, _ path: String) -> String? {
    let name = path.fileName
    let end = name.lastIndex(of: ".").map { name[$0...].dropFirst() } ?? ""
    let suffix = format.map { ImageKind(rawValue: $0)?.fileExtension ?? $0 } ?? end.lowercased()
    let isPlain = suffix.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
      default: false
      }
    }
    let fits = isPlain && 1...longestExtension ~= suffix.utf8.count && !taken.contains(suffix)
    return fits ? suffix : nil
  }

  private func classNumber(_ label: [UInt8]?, _ path: String) throws(PictureFault) -> Int? {
    guard let classes else { return nil }
    guard let label else { throw PictureFault("no_class", path, "its record has no label") }
    if let number = classes.number(of: label) { return number }
    let text = String(decoding: label, as: UTF8.self)
    throw PictureFault("no_class", path, "its label \(text) is not in \(classes.path)")
  }
}
