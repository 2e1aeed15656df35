import ByteStreams
import Fetching
import Invocation
import Records
import Transfers

/// What became of a file.
enum Settled {
  case sent(Upload)
  /// It was sent earlier.
  case known(Upload)
  case failed(FetchFailure)

  /// `nil` where it is not there.
  var upload: Upload? {
    switch self {
    case .sent(let upload), .known(let upload): upload
    case .failed: nil
    }
  }
}

extension Pipeline {
  /// Sends an open file.
  mutating func send(_ job: Job) {
    guard let file = job.file else { return }
    ask(destination.upload(file, as: job.name), job)
  }

  private mutating func ask(_ request: TransferRequest, _ job: Job) {
    var task = FetchJob(request, into: job.answer)
    task.followsRedirects = false
    sending[fetcher.add(task)] = job
    added += 1
  }

  /// A request ended: after a file was sent, its size is asked for.
  mutating func end(_ result: FetchResult) throws {
    guard let job = sending.removeValue(forKey: result.job), let file = job.file else { return }
    if job.isSent { return try settle(job, file, result) }
    job.attempts += result.attempts
    if let failure = result.failure { return try finish(job, .failed(try explain(failure, job))) }
    guard file.source.isUnchanged else {
      let failure = FetchFailure("file_changed", "written to while it was sent", isTemporary: true)
      return try finish(job, .failed(failure))
    }
    job.isSent = true
    ask(destination.question(about: job.name), job)
  }

  /// The size of a file that was sent was asked for: one that is not there whole is sent again.
  private mutating func settle(_ job: Job, _ file: LocalFile, _ result: FetchResult) throws {
    let url = destination.url(of: job.name)
    switch Verification(result, size: file.source.size) {
    case .confirmed:
      try finish(job, .sent(Upload(url: url, bytes: file.source.size, isChecked: true)))
    case .untold:
      try finish(job, .sent(Upload(url: url, bytes: file.source.size, isChecked: false)))
    case .otherwise where job.attempts <= options.retries:
      job.isSent = false
      ready.append(job)
    case .otherwise(let failure), .failed(let failure): try finish(job, .failed(failure))
    }
  }

  /// Adds what the place says of a failure.
  /// - Throws: `Failure` where no other file can be sent either.
  private func explain(_ failure: FetchFailure, _ job: Job) throws -> FetchFailure {
    let answer = String(decoding: job.answer.bytes, as: UTF8.self)
    let words = destination.words(in: answer, failure)
    let message = words.message ?? failure.message
    if let advice = words.advice {
      let why = message ?? failure.error
      throw Failure(
        words.isOfCredentials ? .notPermitted : .unavailable, "\(options.url): \(why) (\(advice))")
    }
    return FetchFailure(
      failure.error, http: failure.http, message,
      isTemporary: failure.isTemporary || words.isTemporary || failure.error == "file_changed")
  }

  /// What became of a file is kept first; then its records leave; then it may be removed here.
  mutating func finish(_ job: Job, _ settled: Settled) throws {
    let sent = try keep(settled, of: job)
    drop(job)
    for (arrival, _) in job.waiting {
      release(arrival)
      switch settled {
      case .sent(let upload): try tell(arrival, upload, isNew: true)
      case .known(let upload): try tell(arrival, upload, isNew: false)
      case .failed(let failure): try refuse(arrival, failure, attempts: job.attempts)
      }
    }
    if let sent { try remove(job.name, sent) }
  }

  private mutating func keep(_ settled: Settled, of job: Job) throws -> Memory.Sent? {
    guard let file = job.file, let upload = settled.upload else { return nil }
    if case .sent = settled {
      tally.send(file: upload.bytes, isChecked: upload.isChecked)
    }
    let sent = Memory.Sent(upload: upload, sha256: file.sha256, state: file.source.state)
    if !options.dryRun { try memory.keep(sent, of: job.key) }
    return sent
  }

  /// Removes a file here that was sent, where that was asked for.
  mutating func remove(_ name: ObjectName, _ sent: Memory.Sent) throws {
    guard options.removeLocal else { return }
    guard sent.upload.isChecked else { return tally.keepFile() }
    switch try removal.remove(name.names, in: sent.state, sentTo: sent.upload.url) {
    case .removed:
      tally.remove()
      if options.dryRun { diagnostics.say("\(name.path): would be removed") }
    case .kept: tally.keepFile()
    case .absent: break
    }
  }

  mutating func drop(_ job: Job) { jobs[ByteText(job.key)] = nil }

  mutating func release(_ arrival: Arrival) {
    held.records -= 1
    held.bytes -= arrival.line.count
  }

  /// Says how it went, and remembers what it means for the exit status.
  func report() {
    for line in tally.summary(isDry: options.dryRun) { diagnostics.say(line) }
    if options.failing.tolerate?.covers(tally.failed, of: tally.records) == true { return }
    if tally.failedForNow > 0 { diagnostics.note(.temporary) }
    if tally.failed > tally.failedForNow { diagnostics.note(.someFailed) }
  }
}
