import ByteStreams
import Fetching
import ImageRecords
import Images
import Invocation
import Records
import SizeVariants
import Transfers

extension Pipeline {
  /// Takes up a record: it leaves at once, joins a job, or begins one.
  mutating func take(_ record: borrowing Record) throws {
    switch try wanted.judge(record) {
    case .pass: break
    case .skip(let reason):
      tally.skip()
      try outlet.emit(arrive(record), skipped(reason))
    case .fetch(let url, let name, let doubt):
      try look(for: url, name, arrive(record), doubt)
    }
  }

  private mutating func arrive(_ record: borrowing Record) -> Arrival {
    defer { arrived += 1 }
    return Arrival(number: arrived, line: record.bytes.indices.map { record.bytes[$0] })
  }

  private func skipped(_ reason: String) -> JSONObject {
    var image = JSONObject()
    image.add("status", "skipped")
    image.add("error", reason)
    return image
  }

  /// Looks up what is known of a URL; what is not known is fetched.
  mutating func look(
    for url: String, _ name: PictureName, _ arrival: Arrival, _ doubt: Doubt? = nil
  ) throws {
    if let job = jobs[ByteText(url)] { return wait(arrival, name, for: job) }
    switch try memory.recall(url) {
    case .picture(let picture):
      if let doubt { return try weigh(doubt, arrival, name, picture, of: url) }
      try tell(arrival, name, picture, of: url, isNew: false)
    case .sent(let picture, let state):
      try look(for: url, name, arrival, sent: picture, state)
    case .failed(let failed):
      tally.fail(failed.failure)
      try outlet.emit(arrival, failed.json, isFailed: true)
    case .taken(let path) where name.canBe(path): try refuse(arrival, path)
    case .earlier(let path, let isWhole):
      let own = try memory.ownFiles(of: url, at: path, or: name, isWhole: isWhole)
      begin(url, name, arrival, earlier: own)
    case .taken, .nothing:
      begin(url, name, arrival, earlier: try memory.ownFiles(of: url, at: nil, or: name))
    }
  }

  /// Tells a record of its picture that was sent away; one that wants another name, which was not
  /// sent and is not there, has it fetched again.
  private mutating func look(
    for url: String, _ name: PictureName, _ arrival: Arrival, sent picture: PictureFile,
    _ state: FileState
  ) throws {
    var picture = picture
    let path = name.with(extension: picture.header.kind.fileExtension)
    let isHad =
      try ByteText(path) == ByteText(picture.path) || FileState(of: base + path) == state
      || memory.hasSent(path, of: url)
    guard isHad else {
      let own = try memory.ownFiles(of: url, at: picture.path, or: name)
      return begin(url, name, arrival, earlier: own)
    }
    picture.path = path
    tally.know()
    try outlet.emit(arrival, picture.json)
  }

  mutating func begin(
    _ url: String, _ name: PictureName, _ arrival: Arrival, earlier: OwnFiles
  ) {
    let obeysRobotsTag = !options.ignoreRobotsTag
    let unfinished = memory.unfinishedPrefix(of: url)
    let body = FileBody(for: writer, unfinished: unfinished) { head in
      // Any other success is no answer to a request for the whole.
      if head.status != 200 { return FetchFailure(status: head.status) }
      return obeysRobotsTag ? Robots.refusal(of: head) : nil
    }
    let job = Job(url: url, name: name, body: body, earlier: earlier)
    job.variant = options.maxSide.flatMap { SizeVariant(of: url, side: $0) }
    jobs[ByteText(url)] = job
    fetch(job)
    wait(arrival, name, for: job)
  }

  private mutating func wait(_ arrival: Arrival, _ name: PictureName, for job: Job) {
    job.wait(arrival, for: name)
    held.records += 1
    held.bytes += arrival.line.count
  }

  /// Tells a record of its picture, which gets a further name where the record wants another.
  mutating func tell(
    _ arrival: Arrival, _ name: PictureName, _ picture: PictureFile, of url: String, isNew: Bool
  ) throws {
    var picture = picture
    let path = name.with(extension: picture.header.kind.fileExtension)
    guard try ByteText(path) == ByteText(picture.path) || give(path, to: picture, of: url) else {
      return try refuse(arrival, path)
    }
    picture.path = path
    isNew ? tally.fetch() : tally.know()
    try outlet.emit(arrival, picture.json)
  }

  /// Gives a picture a further name; `false` where another has it.
  private mutating func give(_ path: String, to picture: PictureFile, of url: String) throws -> Bool
  {
    let further = FurtherName(
      name: base + path, path: base + picture.path,
      unfinished: memory.unfinishedPrefix(of: url) + NewName.copySuffix.dropFirst())
    if further.isThere { return true }
    if try memory.hasSent(path, of: url) { return true }
    if try further.give() {
      try memory.keep(path, of: url)
      return true
    }
    guard try memory.knows(path, of: url) else { return try further.hasSameBytes() }
    try further.renew()
    return true
  }

  /// Lets a record go whose name another picture has.
  mutating func refuse(_ arrival: Arrival, _ path: String) throws {
    let failure = FetchFailure("name_taken", "\(path) is another picture's")
    tally.fail(failure)
    try outlet.emit(
      arrival, Failed(failure: failure, attempts: 0).json, isFailed: true)
  }
}
