import ByteStreams
import Records

/// Lends the cards of a spool, in the order in which they came.
struct CardLines: ~Copyable {
  private var lines: LineReader
  private var scanner = RecordScanner()
  private let fields: CardFields

  init(_ spooled: borrowing SpooledLines) throws(StreamError) {
    lines = try spooled.read()
    fields = CardFields(&scanner)
  }

  /// Gives the cards of wanted groups to `body`.
  mutating func forEach(
    where isWanted: (GroupKey) -> Bool, _ body: (GroupKey, Card) -> Void
  ) throws {
    let fields = fields
    while let record = try next() {
      if let group = fields.group(of: record), isWanted(group) { body(group, fields.card(record)) }
    }
  }

  @_lifetime(&self)
  private mutating func next() throws -> Record? {
    guard let line = try lines.next() else { return nil }
    return try scanner.scan(line)
  }
}
