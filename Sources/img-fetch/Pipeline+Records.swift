import Fetching
import Images
import Invocation
import Records
import Transfers

extension Pipeline {
  /// Takes up a record: it leaves at once, joins a job, or begins one.
  mutating func take(_ record: borrowing Record) throws {
    let line = record.bytes.indices.map { record.bytes[$0] }
    switch try wanted.judge(record) {
    case .skip(let reason):
      tally.skip()
      try outlet.emit(line, skipped(reason))
    case .fetch(let url, let name):
      try look(for: url, name, line)
    }
  }

  private func skipped(_ reason: String) -> JSONObject {
    var image = JSONObject()
    image.add("status", "skipped")
    image.add("error", reason)
    return image
  }

  /// Looks up what is known of a URL; what is not known is fetched.
  mutating func look(for url: String, _ name: PictureName, _ line: [UInt8]) throws {
    if let job = jobs[ByteText(url)] { return wait(line, name, for: job) }
    switch try memory.recall(url) {
    case .picture(let picture):
      try tell(line, name, picture, isNew: false)
    case .failed(let failed):
      tally.fail(failed.failure)
      try outlet.emit(failed: line, failed.json)
    case .taken(let path) where name.canBe(path): try refuse(line, path)
    case .lost(let path): begin(url, name, line, earlier: memory.ownFiles(of: url, at: path))
    case .taken, .nothing: begin(url, name, line, earlier: memory.ownFiles(of: url, at: nil))
    }
  }

  private mutating func begin(
    _ url: String, _ name: PictureName, _ line: [UInt8], earlier: OwnFiles
  ) {
    let obeysRobotsTag = !options.ignoreRobotsTag
    let unfinished = memory.unfinishedPrefix(of: url)
    let body = FileBody(for: writer, unfinished: unfinished) { head in
      // Any other success is no answer to a request for the whole.
      if head.status != 200 { return FetchFailure("bad_answer", http: head.status) }
      return obeysRobotsTag ? Robots.refusal(of: head) : nil
    }
    let job = Job(url: url, name: name, body: body, earlier: earlier)
    var request = TransferRequest(url: url)
    request.maximumBytes = options.maxBytes.bytes
    jobs[ByteText(url)] = job
    fetching[fetcher.add(FetchJob(request, into: body))] = job
    wait(line, name, for: job)
  }

  private mutating func wait(_ line: [UInt8], _ name: PictureName, for job: Job) {
    job.wait(line, for: name)
    held.records += 1
    held.bytes += line.count
  }

  /// Tells a record of its picture, which gets a further name where the record wants another.
  mutating func tell(
    _ line: [UInt8], _ name: PictureName, _ picture: Picture, isNew: Bool
  ) throws {
    var picture = picture
    let path = name.with(extension: picture.header.kind.fileExtension)
    guard try ByteText(path) == ByteText(picture.path) || give(path, to: picture) else {
      return try refuse(line, path)
    }
    picture.path = path
    isNew ? tally.fetch() : tally.know()
    try outlet.emit(line, picture.json)
  }

  /// Gives a picture a further name; `false` where another has it.
  private mutating func give(_ path: String, to picture: Picture) throws -> Bool {
    let further = FurtherName(
      name: base + path, path: base + picture.path,
      unfinished: memory.unfinishedPrefix(of: picture.url) + NewName.copySuffix.dropFirst())
    if further.isThere { return true }
    if try further.give() {
      try memory.keep(path, of: picture.url)
      return true
    }
    guard try memory.knows(path, of: picture.url) else { return try further.hasSameBytes() }
    try further.renew()
    return true
  }

  /// Lets a record go whose name another picture has.
  mutating func refuse(_ line: [UInt8], _ path: String) throws {
    let failure = FetchFailure("name_taken", "\(path) is another picture's")
    tally.fail(failure)
    try outlet.emit(failed: line, Failed(failure: failure, attempts: 0).json)
  }
}
