internal import ByteStreams

/// Rows of an extension, parted by their identifiers, each part in the order of the core.
struct OrderedRows {
  private let rule: PartitionRule
  /// `nil` for a partition without rows.
  private let cursors: [RunCursor?]

  /// - Precondition: each of `runs` has the rows of one partition.
  init(_ rule: PartitionRule, _ runs: [EntryList]) throws(StreamError) {
    var cursors = [RunCursor?]()
    for run in runs { cursors.append(run.count == 0 ? nil : try RunCursor(run)) }
    (self.rule, self.cursors) = (rule, cursors)
  }

  /// How many bytes of memory they take, more or less.
  var size: Int { cursors.count { $0 != nil } * EntryList.blockSize }

  /// Where the rows of an identifier are, if there are any.
  func cursor(for id: UnsafeBufferPointer<UInt8>) -> RunCursor? { unsafe cursors[rule(id)] }
}
