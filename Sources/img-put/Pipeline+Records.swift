import ByteStreams
import Fetching
import ImageRecords
import Invocation
import Records

extension Pipeline {
  /// Takes up a record: it leaves at once, joins a job, or begins one.
  mutating func take(_ record: borrowing Record) throws {
    try media.check(record)
    let arrival = Arrival(
      number: arrived, line: record.bytes.indices.map { record.bytes[$0] })
    arrived += 1
    guard let file = recorded.read(record) else {
      tally.pass()
      return try outlet.emit(arrival, nil)
    }
    guard let names = folder.names(of: file.path) else {
      return try refuse(
        arrival, FetchFailure("bad_name", "\(file.path) does not lead down from \(folder.path)"))
    }
    try look(for: ObjectName(names), file, arrival)
  }

  /// Looks up what is known of a file; what is not known is opened.
  private mutating func look(
    for name: ObjectName, _ recorded: Recorded, _ arrival: Arrival
  ) throws {
    let key = destination.key(of: name)
    if let job = jobs[ByteText(key)] { return try join(job, recorded, arrival) }
    if let sent = try memory.recall(key), recorded.fits(sent.sha256) {
      let present = FileState(of: "\(folder.path)/\(name.path)")
      if present == nil || present == sent.state {
        try tell(arrival, sent.upload, isNew: false)
        return try remove(name, sent)
      }
    }
    let job = Job(name, key: key, path: recorded.path)
    jobs[ByteText(key)] = job
    wait(arrival, recorded, for: job)
    opening[try desk.open(job.path)] = job
  }

  private mutating func join(_ job: Job, _ recorded: Recorded, _ arrival: Arrival) throws {
    if let file = job.file, !recorded.fits(file.sha256) { return try refuse(arrival, .otherBytes) }
    wait(arrival, recorded, for: job)
  }

  private mutating func wait(_ arrival: Arrival, _ recorded: Recorded, for job: Job) {
    job.wait(arrival, recorded)
    held.records += 1
    held.bytes += arrival.line.count
  }

  /// The second thread opened a file, or could not.
  mutating func take(_ file: Result<LocalFile, StreamError>, _ number: Int) throws {
    guard let job = opening.removeValue(forKey: number) else { return }
    switch file {
    case .failure(let error):
      try finish(job, .failed(FetchFailure("unreadable", error.reason)))
    case .success(let file):
      job.file = file
      for arrival in job.takeOthers(than: file.sha256) {
        release(arrival)
        try refuse(arrival, .otherBytes)
      }
      if job.waiting.isEmpty { return drop(job) }
      try begin(job, file)
    }
  }

  /// Sends a file, unless the very same bytes were sent earlier.
  private mutating func begin(_ job: Job, _ file: LocalFile) throws {
    if let sent = try memory.recall(job.key), sent.sha256 == file.sha256 {
      return try finish(job, .known(sent.upload))
    }
    if options.dryRun {
      let upload = Upload(
        url: destination.url(of: job.name), bytes: file.source.size, isChecked: true)
      return try finish(job, .sent(upload))
    }
    ready.append(job)
  }

  /// Lets a record go whose file is there.
  mutating func tell(_ arrival: Arrival, _ upload: Upload, isNew: Bool) throws {
    isNew ? tally.send() : tally.know()
    try outlet.emit(arrival, options.dryRun ? nil : upload.json)
  }

  /// Lets a record go whose file was not sent.
  mutating func refuse(_ arrival: Arrival, _ failure: FetchFailure, attempts: Int = 0) throws {
    tally.fail(failure)
    try outlet.emit(
      arrival, options.dryRun ? nil : Failed(failure: failure, attempts: attempts).json,
      isFailed: true)
  }
}

extension FetchFailure {
  fileprivate static let otherBytes = FetchFailure(
    "not_as_recorded", "the SHA-256 of the file is not the record's")
}
