import ByteStreams
import Records

/// Chooses among the records that are new and fulfil the predicate, by how many there are of
/// each group: `--min`, then `--head` or `--sample`; or only counts them.
struct Choice: ~Copyable {
  private let quota: Quota
  private let isCounting: Bool
  private var groups: Groups
  private var sample: Sample?
  /// `nil` where nothing has to wait until all were seen.
  private var putBy: PutBy?

  static func begin(
    _ options: OccFilter, _ files: [String], _ scanner: inout RecordScanner
  ) throws(StreamError) -> Choice {
    let waits = options.sampleSize != nil || options.min != nil
    let putBy = waits && !options.count ? try PutBy.create(from: files) : nil
    return Choice(options, putBy, &scanner)
  }

  private init(
    _ options: OccFilter, _ putBy: consuming PutBy?, _ scanner: inout RecordScanner
  ) {
    quota = options.quota
    isCounting = options.count
    groups = Groups(by: options.grouping, showing: options.count, &scanner)
    if let size = options.sampleSize, !options.count {
      sample = Sample(size, seed: options.seed ?? 0, &scanner)
    }
    self.putBy = putBy
  }

  /// Counts a record, and hands it on unless it has to wait.
  mutating func take(
    _ record: borrowing Record, _ output: inout LineWriter
  ) throws(StreamError) {
    let (group, count) = groups.add(record)
    if isCounting { return }
    var hash: UInt64 = 0
    if sample != nil {
      guard let admitted = sample?.admit(record, to: group, count: count) else { return }
      hash = admitted
    } else if count > quota.limit {
      return
    }
    if putBy == nil {
      output.append(record.bytes)
      try output.endLine()
    } else {
      try putBy?.append(record, Candidate(hash: hash, group: group))
    }
  }

  /// Hands on what had to wait: the records that are chosen, or the counts.
  mutating func finish(_ output: inout LineWriter) throws(StreamError) {
    if isCounting { return try write(lines(columns: output.terminalColumns), to: &output) }
    guard let records = try putBy.take()?.finish() else { return }
    try sample?.decide(among: records)
    let (sample, quota, counts) = (sample, quota, groups.counts)
    try records.forEach { candidate, place in
      let count = counts[candidate.group]
      if count < quota.minimum { return false }
      return count <= quota.limit || sample?.keeps(candidate, place: place) ?? true
    } _: { line, _, _ throws(StreamError) in
      output.append(line)
      try output.endLine()
    }
  }

  private func lines(columns: Int?) -> [String] {
    guard groups.isGrouped else { return [String(quota.kept(of: groups.counts[0]))] }
    let rows = groups.counts.indices.map {
      CountTable.Row(count: quota.kept(of: groups.counts[$0]), value: groups.value(of: $0))
    }
    return CountTable(rows).lines(columns: columns)
  }

  private func write(_ lines: [String], to output: inout LineWriter) throws(StreamError) {
    for line in lines {
      output.append(line)
      try output.endLine()
    }
  }

  /// What became of the records.
  var tally: Tally {
    var tally = Tally()
    for count in groups.counts {
      tally.kept += quota.kept(of: count)
      tally.droppedBySize += quota.droppedBySize(of: count)
      tally.droppedByLimit += quota.droppedByLimit(of: count)
    }
    if groups.isGrouped { tally.withoutValue = quota.kept(of: groups.counts[Groups.absent]) }
    return tally
  }
}
