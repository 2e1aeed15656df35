import ByteStreams
import Fetching
import ImageRecords
import Invocation
import Records
import SizeVariants

extension Pipeline {
  /// The fetching of a URL ended: a whole body is settled on the second thread.
  mutating func end(_ result: FetchResult) throws {
    guard let job = fetching.removeValue(forKey: result.job) else { return }
    job.attempts += result.attempts
    if let variant = job.variant, variant.isMissing(after: result) { return fetchOriginal(job) }
    if let failure = result.failure {
      job.body.restart()
      return try finish(job, .failed(failure))
    }
    settling[job.body.number] = job
    let settling = Settling(base: base, url: job.asked, name: job.name, earlier: job.earlier)
    job.body.settle { body throws(StreamError) in try settling.settle(body) }
  }

  /// The second thread settled a body.
  mutating func settle(_ body: Int, _ outcome: Result<Settled, StreamError>) throws {
    guard let job = settling.removeValue(forKey: body) else { return }
    let settled = try outcome.get()
    if job.variant != nil, case .failed(let failure) = settled,
      SizeVariant.isMissing(after: failure)
    {
      return fetchOriginal(job)
    }
    try finish(job, settled)
  }

  /// Notes the pictures that have got their names since, when no record can leave any more.
  mutating func keepSettled() {
    writer.finish()
    while let (body, outcome) = writer.next() {
      guard let job = settling.removeValue(forKey: body), case .success(let settled) = outcome,
        case .picture = settled
      else { continue }
      try? memory.keep(settled, attempts: job.attempts, of: job.url, after: job.earlier)
    }
  }

  /// What became of a URL is kept first; then its records leave.
  private mutating func finish(_ job: Job, _ settled: Settled) throws {
    try memory.keep(settled, attempts: job.attempts, of: job.url, after: job.earlier)
    // Whoever kills this process now finds the picture's name in the journal.
    job.body.restart()
    jobs[ByteText(job.url)] = nil
    for (arrival, name) in job.waiting {
      held.records -= 1
      held.bytes -= arrival.line.count
      switch settled {
      case .picture(let picture, _):
        try tell(arrival, name, picture, of: job.url, isNew: true)
      case .failed(let failure):
        tally.fail(failure)
        try outlet.emit(
          arrival, Failed(failure: failure, attempts: job.attempts).json, isFailed: true)
      case .taken(let path) where name.canBe(path): try refuse(arrival, path)
      // It wants another name, which may be free.
      case .taken: try look(for: job.url, name, arrival)
      }
    }
    if case .picture(let picture, _) = settled { tally.receive(picture.bytes) }
  }

  /// Says how it went, and remembers what it means for the exit status.
  func report() {
    for line in tally.summary { diagnostics.say(line) }
    if options.failing.tolerate?.covers(tally.failed, of: tally.records) == true { return }
    if tally.failedForNow > 0 { diagnostics.note(.temporary) }
    if tally.failed > tally.failedForNow { diagnostics.note(.someFailed) }
  }
}
