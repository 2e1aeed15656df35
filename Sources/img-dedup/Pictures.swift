import ByteStreams
import Digests
import Invocation
import Records

/// Tells of each record which picture it has, by `image.sha256` or by its file.
struct Pictures: ~Copyable {
  private static let ok = Array("ok".utf8)[...]
  private static let failed = Array("failed".utf8)[...]

  private let folder: BaseFolder
  private let media: Field
  private let status: Field
  private let sha256: Field
  private let path: Field
  private var digest = Digest(.sha256)
  private var unreadable: UnreadableFiles

  init(_ folder: BaseFolder, _ scanner: inout RecordScanner, _ diagnostics: Diagnostics) {
    self.folder = folder
    unreadable = UnreadableFiles(diagnostics)
    media = scanner.field(FieldPath(names: ["media"]))
    status = scanner.field(FieldPath(names: ["image", "status"]))
    sha256 = scanner.field(FieldPath(names: ["image", "sha256"]))
    path = scanner.field(FieldPath(names: ["image", "path"]))
  }

  /// What `record` has to show.
  /// - Throws: `Failure` where `media` is an array: such records have no single picture.
  mutating func standing(of record: borrowing Record) throws -> Standing {
    if record.isArray(media) {
      throw Failure(.usage, "a record with an array of media: make one record of each first")
    }
    guard let status = record.text(of: status) else { return .none(isFailed: false) }
    guard status.equals(Self.ok) else { return .none(isFailed: status.equals(Self.failed)) }
    if let digits = record.text(of: sha256),
      let hash = digits.withBytes({ PictureHash(sha256: $0) })
    {
      return .picture(hash)
    }
    return read(record.text(of: path)?.string)
  }

  private mutating func read(_ path: String?) -> Standing {
    do throws(StreamError) {
      guard let path else { throw StreamError(.cannotOpen, "image", "has no path") }
      try folder.read(path) { digest.append($0) }
    } catch {
      _ = digest.finish()
      return .unreadable(image: unreadable.take(path, error))
    }
    return .picture(PictureHash(Array(digest.finish().utf8).span))
  }

  /// Notes how the run ends for files that could not be read, of so many records.
  consuming func finish(_ tolerance: Tolerance?, of records: Int) {
    unreadable.finish(tolerance, of: records)
  }
}
