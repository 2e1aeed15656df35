import Records

/// Which part of the work each record belongs to, where the work is divided.
///
/// All of a host are in one part, so that its limits hold; those of a host without limits are
/// divided by their URLs; or all of one value of a field are in one.
struct Sharing {
  private let count: Int
  private let field: Field?
  private let manners: Manners

  /// Divides the work into so many parts.
  init(among count: Int, by field: FieldPath?, _ manners: Manners, _ scanner: inout RecordScanner) {
    self.count = count
    self.manners = manners
    self.field = field.map { scanner.field($0) }
  }

  /// The number, from 1 up, of the part that `record` belongs to; `url` is what it wants to have
  /// fetched, if anything.
  func part(of record: borrowing Record, url: String?) -> Int {
    if let text = text(of: record, url) {
      return Shard.number(of: Array(text.utf8).span, among: count)
    }
    // What wants nothing costs nobody anything.
    return Shard.number(of: record.bytes, among: count)
  }

  private func text(of record: borrowing Record, _ url: String?) -> String? {
    if let field { return record.text(of: field)?.string }
    return url.map { manners.share(of: $0) }
  }
}
