import ByteStreams
import Fetching
import GBIF
import GBIFClient
import Transfers

/// The file of one download on its way in, over as many tries as it takes.
final class IncomingFile {
  let status: DownloadStatus
  let path: String
  /// How many bytes were there when this run began.
  let known: Int
  private let url: String
  private let body: ArchiveBody
  private var attempts: FileAttempts

  init(
    _ status: DownloadStatus, _ path: String, _ service: Service, _ schedule: WaitSchedule
  ) throws {
    self.status = status
    self.path = path
    url = service.file(of: status)
    body = ArchiveBody(try PartialFile.open(path), size: status.size)
    known = body.count
    attempts = FileAttempts(status, count: body.count, schedule, seed: status.size)
  }

  /// Whether all bytes came in an earlier run, and only the name was not given yet.
  var isWhole: Bool { status.size > 0 && body.count == status.size }

  /// How many bytes are there.
  var count: Int { body.count }

  /// How many bytes are still to come.
  var missing: Int { max(0, status.size - body.count) }

  /// The request for the bytes that are not there.
  var job: FetchJob {
    var request = TransferRequest(url: url)
    if body.canGoOn, body.count > 0 {
      request.headers = ["Range: bytes=\(body.count)-"]
      if let condition = body.validators.condition { request.headers.append(condition) }
    }
    return FetchJob(request, into: body)
  }

  /// What follows from the end of a try.
  /// - Throws: `StreamError` where the bytes could not be written.
  func verdict(_ result: FetchResult) throws -> FileAttempts.Verdict {
    if let error = body.error { throw error }
    let verdict = attempts.verdict(event(result))
    // A whole answer that is not the file is of no use to another run.
    if result.failure == nil, verdict != .whole { try body.forget() }
    return verdict
  }

  private func event(_ result: FetchResult) -> FileAttempts.Event {
    if let event = body.objection { return event }
    let status = result.head?.status ?? 0
    if let failure = result.failure, failure.error != "http_\(status)" {
      let reason = failure.message ?? failure.error
      return failure.isTemporary
        ? .broken(reason: reason, count: body.count) : .noWay(reason: reason)
    }
    return .answer(status: status, count: body.count, retryAfter: result.head?.wishedWait)
  }

  /// What follows where the bytes are no whole archive.
  func verdict(damaged reason: String) -> FileAttempts.Verdict {
    attempts.verdict(.damaged(reason: reason))
  }

  /// Where the bytes are until the file has its name.
  var partPath: String { path + ".part" }

  /// Begins at the first byte again.
  func forget() throws { try body.forget() }

  /// Leaves the bytes that are there to another run.
  func leave() { body.leave() }

  /// Gives the file its name.
  func end() throws -> Waiting.Ended {
    try body.commit()
    return Waiting.Ended(status: status, path: path)
  }
}
