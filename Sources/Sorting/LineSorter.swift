public import ByteStreams

/// Brings any number of lines into the order of their keys, in bounded memory: an external merge
/// sort (Knuth, The Art of Computer Programming, volume 3, section 5.4).
///
/// Lines that fill the memory are sorted and put by as a run, in a zstd-compressed temporary
/// file under `TMPDIR` that vanishes with the process; in the end the runs are merged. Keys are
/// compared byte by byte, and lines with equal keys likewise.
public struct LineSorter: ~Copyable {
  private let memory: Int
  /// How many runs are merged at once.
  private let fanIn: Int
  private var block: SortBlock
  /// Runs of lines as they came, then those merged from so many of these, and so on.
  private var levels: [RunLevel] = []
  /// How many lines were added.
  public private(set) var count = 0

  /// A sorter that holds `memory` bytes of lines, and 32 KiB of each run when it merges.
  public init(memory: Int = 64 << 20) { self.init(memory: memory, fanIn: 256) }

  init(memory: Int, fanIn: Int) {
    (self.memory, self.fanIn) = (memory, fanIn)
    block = SortBlock(capacity: memory)
  }

  /// Adds a line.
  /// - Throws: `StreamError` where it can't be put by.
  public mutating func append(
    _ line: borrowing Span<UInt8>, key: [UInt8]
  ) throws(StreamError) {
    if block.size + key.count + line.count > memory, block.count > 0 { try putBy() }
    block.append(line, key: key)
    count += 1
  }

  /// Ends the adding and begins to merge.
  /// - Throws: `StreamError`.
  public consuming func finish() throws(StreamError) -> SortedLines {
    var cursors = [RunCursor]()
    for level in levels {
      for run in level.runs { cursors.append(try RunCursor(run)) }
    }
    block.sort()
    if let cursor = RunCursor(block) { cursors.append(cursor) }
    return SortedLines(cursors)
  }

  private mutating func putBy() throws(StreamError) {
    block.sort()
    try put(SortedLines([RunCursor(block)].compactMap(\.self)), at: 0)
    block.removeAll()
  }

  /// Puts a run by; where that makes enough for it, they become one of the next level.
  private mutating func put(
    _ lines: consuming SortedLines, at level: Int
  ) throws(StreamError) {
    if level == levels.count { levels.append(try RunLevel()) }
    try levels[level].append(lines)
    guard levels[level].runs.count == fanIn else { return }
    var cursors = [RunCursor]()
    for run in levels[level].runs { cursors.append(try RunCursor(run)) }
    try put(SortedLines(cursors), at: level + 1)
    levels[level] = try RunLevel()
  }
}

/// Runs of about the same length, in one file.
struct RunLevel {
  private let spool: BlockSpool
  private(set) var runs: [Run] = []

  init() throws(StreamError) { spool = try BlockSpool.create() }

  mutating func append(_ lines: consuming SortedLines) throws(StreamError) {
    var lines = lines
    runs.append(try Run(of: &lines, in: spool))
  }
}
