internal import ByteStreams
internal import Records

/// GBIF's record of a download, as the status call gives it.
public struct DownloadStatus: Sendable {
  /// The download's key.
  public let key: DownloadKey
  /// How far it is.
  public let state: DownloadState
  /// The bytes of its file; 0 until there is one.
  public let size: Int
  /// How many occurrences; an estimate, `nil` where there is none, which GBIF writes as -1.
  public let totalRecords: Int?
  /// The last part of its file's name.
  public let fileExtension: String
  /// The record on one line, its values byte for byte.
  public let json: [UInt8]

  /// Reads an answer.
  /// - Throws: `ServiceError` of kind `unavailable` where it is no record of a download.
  public init(answer: [UInt8]) throws(ServiceError) {
    var scanner = RecordScanner()
    let names = ["key", "status", "size", "totalRecords", "request.format", "downloadLink"]
    let fields = names.compactMap { FieldPath($0) }.map { scanner.field($0) }
    let texts: [String?]
    do {
      texts = try scanner.scan(copying: answer.span) { record in
        fields.map { record.text(of: $0)?.string }
      }
    } catch {
      throw ServiceError(.unavailable, "GBIF's answer is no record of a download: \(error)")
    }
    guard let key = texts[0].flatMap({ DownloadKey($0) }), let word = texts[1] else {
      throw ServiceError(.unavailable, "GBIF's answer lacks the key or the status")
    }
    self.key = key
    state = DownloadState(word)
    size = max(0, texts[2].flatMap { Int($0) } ?? 0)
    totalRecords = texts[3].flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 }
    let format = texts[4].map { DownloadFormat(rawValue: $0) } ?? .darwinCoreArchive
    fileExtension = format?.fileExtension ?? Self.fileExtension(of: texts[5]) ?? "zip"
    json = JSONText.compact(answer)
  }

  /// Whether its file is a zip.
  public var isZip: Bool { fileExtension == "zip" }

  /// The last part of the name that a link ends in, if it is a few small letters: for formats
  /// that this version does not know.
  private static func fileExtension(of link: String?) -> String? {
    let name = link?.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".")
    guard parts.count == 2, (1...8).contains(parts[1].utf8.count),
      parts[1].utf8.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 })
    else { return nil }
    return String(parts[1])
  }

  /// The name of the file: the key and the format's ending.
  public var fileName: String { "\(key).\(fileExtension)" }
}
