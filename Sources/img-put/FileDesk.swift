import ByteStreams
import Fetching
import Images
import Threads

/// Opens files and takes their SHA-256 on a second thread, so that the first has time for the
/// network.
final class FileDesk {
  /// What a kind of picture shows at its beginning.
  private static let signature = 4096

  private let room: WorkRoom<String, Result<LocalFile, StreamError>>
  private let bell: Bell

  /// A desk for the files below a folder.
  /// - Throws: `StreamError` where there are no descriptors left.
  init(_ folder: BaseFolder) throws(StreamError) {
    guard let bell = Bell() else {
      throw StreamError(.inputOutput, "pipe", "there are no descriptors left")
    }
    self.bell = bell
    room = WorkRoom(threads: 1, bell: bell) { { path in Self.open(path, in: folder) } }
  }

  /// Readable when a file is there to be taken.
  var descriptor: Int32 { bell.descriptor }

  /// Has a file opened; gives the number under which it comes.
  /// - Throws: `ThreadError` where no thread can be started.
  func open(_ path: String) throws -> Int { try room.give(path) }

  /// A file that was opened or not; `nil` when there is none for now.
  func next() -> (number: Int, file: Result<LocalFile, StreamError>)? {
    if let (number, file) = room.takeAny() { return (number, file) }
    bell.hear()
    // What came after the look into the room and before this rings no more.
    return room.takeAny().map { ($0.number, $0.product) }
  }

  private static func open(
    _ path: String, in folder: BaseFolder
  ) -> Result<LocalFile, StreamError> {
    do throws(StreamError) {
      let source = try FileSource(try folder.open(path))
      let sha256 = try source.sha256()
      return .success(LocalFile(source: source, sha256: sha256, kind: kind(of: source)))
    } catch {
      return .failure(error)
    }
  }

  private static func kind(of source: FileSource) -> ImageKind? {
    var bytes = [UInt8](repeating: 0, count: min(signature, source.size))
    if bytes.isEmpty { return nil }
    var span = bytes.mutableSpan
    guard let count = source.read(into: &span, at: 0) else { return nil }
    return ImageHeader(bytes.span.extracting(first: count))?.kind
  }
}
