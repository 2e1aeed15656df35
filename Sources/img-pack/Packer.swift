import ByteStreams
import ImageRecords
import Invocation
import Records

/// Packs records with their pictures, one sequence of shards after the other.
struct Packer: ~Copyable {
  /// What became of the records so far.
  var tally = Tally()
  private let destination: Destination
  private let diagnostics: Diagnostics
  private var scanner = RecordScanner()
  private let reader: SampleReader
  private var maker: SampleMaker
  /// `nil` before the first record.
  private var room: ReadingRoom?
  private var failures: Failures
  private var sequence: ShardSequence?
  /// The value that the present sequence is called by.
  private var value = ""
  private var earlier = EarlierShards()

  /// Opens what is written from the start on.
  static func open(_ options: ImgPack, _ diagnostics: Diagnostics) throws -> Packer {
    var packer = Packer(
      options, try options.destination(), try SampleMaker(options),
      try Failures(options.failing.failures, diagnostics), diagnostics)
    if case .standardOutput(let isPacked) = packer.destination {
      packer.sequence = try ShardSequence(onStandardOutput: isPacked)
    }
    return packer
  }

  private init(
    _ options: ImgPack, _ destination: Destination, _ maker: SampleMaker,
    _ failures: consuming Failures, _ diagnostics: Diagnostics
  ) {
    self.destination = destination
    self.maker = maker
    self.failures = failures
    self.diagnostics = diagnostics
    reader = SampleReader(options, &scanner)
  }

  /// Packs a record that has a picture, into the shards of a value, as soon as its file is read.
  mutating func pack(_ line: [UInt8], of value: String) throws {
    if room == nil {
      try maker.prepare()
      room = ReadingRoom(maker)
    }
    let facts = try facts(of: line)
    try room?.give(Passage(line: line, value: value, facts: facts))
    while room?.isFull ?? false, try packFirst() {}
  }

  private mutating func facts(of line: [UInt8]) throws -> SampleFacts {
    let held = HeldLine(line)
    let reader = reader
    return reader.facts(of: try scanner.scan(held.line))
  }

  /// Packs the record that waits longest; `false` where none does.
  private mutating func packFirst() throws -> Bool {
    guard let (passage, product) = room?.take() else { return false }
    try begin(passage.value)
    if sequence?.has(passage.facts.name) ?? false {
      tally.duplicates += 1
      return true
    }
    switch product {
    case .success(let sample):
      try sequence?.append(sample, in: maker.folder)
      tally.packed += 1
    case .failure(let fault): try failures.take(passage.line, fault)
    }
    return true
  }

  /// Packs all records that wait, so that they are seen downstream.
  mutating func flush() throws {
    while try packFirst() {}
    try sequence?.flush()
  }
}

extension Packer {
  /// Begins the shards of a value, unless they are begun.
  private mutating func begin(_ value: String) throws {
    guard case .shards(let pattern, let limit) = destination else { return }
    if sequence != nil, ByteText(value) == ByteText(self.value) { return }
    try endSequence()
    sequence = try ShardSequence(pattern.names(of: value), limit)
    self.value = value
  }

  private mutating func endSequence() throws {
    guard let ended = sequence.take() else { return }
    let (count, names) = try ended.finish()
    tally.shards += count
    if let names { earlier.note(names, shards: count) }
  }

  private func tellEarlier() throws(StreamError) {
    let found = try earlier.find()
    guard let first = found.first else { return }
    diagnostics.report(
      .cannotCreate,
      "\(first): of an earlier run and not in the index: remove it (\(found.count) such)")
  }

  /// Ends the last shard, and says what became of all records.
  ///
  /// After an interruption nothing gets its name any more, and a tar no end.
  consuming func finish(_ options: ImgPack, of records: Int) throws -> String {
    if Signals.interruption == nil {
      while try packFirst() {}
      if options.by == nil { try begin("") }
      try endSequence()
      try tellEarlier()
    }
    tally.failed = failures.count
    let summary = tally.summary(of: records)
    try failures.finish(options.failing.tolerate, of: records)
    return summary
  }
}
