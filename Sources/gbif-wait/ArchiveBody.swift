import ByteStreams
import Fetching
import GBIF
import Transfers

/// Adds what comes to what is there, when it is of the same file.
final class ArchiveBody: FetchBody {
  /// What of the answer does not fit to what is there, or to what GBIF says.
  private(set) var objection: FileAttempts.Event?
  /// What kept the bytes from being written.
  private(set) var error: StreamError?
  /// Of the file whose bytes are there.
  private(set) var validators: Validators
  /// Whether it is known of which file they are; what was left without a note is not.
  private(set) var canGoOn: Bool
  private var file: PartialFile?
  private let size: Int

  init(_ file: consuming PartialFile, size: Int) {
    validators = Validators(note: file.note)
    canGoOn = file.count > 0 && !file.note.isEmpty
    self.file = consume file
    self.size = size
  }

  /// How many bytes are there.
  var count: Int { file?.count ?? 0 }

  var refusal: FetchFailure? {
    objection != nil || error != nil ? FetchFailure("refused") : nil
  }

  func restart() { objection = nil }

  func begin(_ head: ResponseHead) -> Bool {
    objection = head.status == 206 ? objectionToPart(head) : objectionToWhole(head)
    if objection != nil { return false }
    if head.status == 206 { return true }
    do {
      try start(Validators(head))
      return true
    } catch {
      self.error = error
      return false
    }
  }

  func receive(_ bytes: borrowing Span<UInt8>) -> Bool {
    do {
      try file?.append(bytes)
      return true
    } catch {
      self.error = error
      return false
    }
  }

  private func objectionToPart(_ head: ResponseHead) -> FileAttempts.Event? {
    guard let range = head["Content-Range"].flatMap({ ContentRange($0) }),
      canGoOn, range.bytes.lowerBound == count, Validators(head).mayBeOfSameFile(as: validators)
    else { return .otherFile }
    return objection(toSize: range.size)
  }

  private func objectionToWhole(_ head: ResponseHead) -> FileAttempts.Event? {
    objection(toSize: head["Content-Length"].flatMap { Int($0) })
  }

  private func objection(toSize told: Int?) -> FileAttempts.Event? {
    guard let told, size > 0, told != size else { return nil }
    return .otherSize(told)
  }

  private func start(_ validators: Validators) throws(StreamError) {
    try file?.restart(note: validators.json)
    self.validators = validators
    canGoOn = true
  }

  /// Forgets all bytes.
  func forget() throws(StreamError) { try start(Validators()) }

  /// Lets go of the file; where nothing came, nothing is left of it.
  func leave() {
    let isEmpty = count == 0
    if let file = file.take(), isEmpty { file.discard() }
  }

  /// Gives the file its name.
  func commit() throws(StreamError) { try file.take()?.commit() }
}
