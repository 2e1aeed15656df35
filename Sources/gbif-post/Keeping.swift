import ByteStreams
import GBIF
import Invocation

/// Where keys are kept: in the list of all downloads, and in the file that `--save` names.
///
/// Both are open before anything is posted, so that a key is never lost.
struct Keeping: ~Copyable {
  private let list: AppendOnlyFile
  private var saved: LineWriter?

  static func open(savingTo path: String?) throws -> Keeping {
    let list = try AppendOnlyFile.open(listPath())
    var keeping = Keeping(list: list)
    if let path { keeping.saved = LineWriter(try OutputFile.create(path)) }
    return keeping
  }

  private init(list: consuming AppendOnlyFile) { self.list = list }

  /// Keeps a key; what fails is told and hinders nothing else.
  consuming func keep(_ posted: PostedRequest, _ diagnostics: Diagnostics) throws {
    do {
      try list.append(line: posted.json)
    } catch {
      diagnostics.report(error.exitStatus, "\(error); the key is \(posted.key)")
    }
    guard var saved = saved.take() else { return }
    do {
      saved.append(posted.json.span)
      try saved.endLine()
      try saved.finish()
    } catch {
      diagnostics.report(error.exitStatus, "\(error); the key is \(posted.key)")
    }
  }

  /// What `--save`'s file holds; `nil` where there is none, or an empty one.
  /// - Throws: `Failure` where it holds something else, which must not be overwritten.
  static func read(_ path: String) throws -> PostedRequest? {
    guard let size = Directory.size(ofFile: path), size > 0 else { return nil }
    let text = try Descriptor.reading(path).readAll(limit: 1 << 28)
    if let posted = PostedRequest(json: text) { return posted }
    throw Failure(.cannotCreate, "\(path): holds something else than a key: not overwritten")
  }

  /// `downloads.ndjson` where the XDG Base Directory Specification keeps state.
  private static func listPath() throws -> String {
    if let state = Environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return "\(state)/gbifxdl/downloads.ndjson"
    }
    if let home = Environment["HOME"] { return "\(home)/.local/state/gbifxdl/downloads.ndjson" }
    throw Failure(.cannotCreate, "no place to keep the key: set XDG_STATE_HOME or HOME")
  }
}
