import Records

/// Which records are this process's, where the work is divided.
///
/// All of a host are one process's, so that its limits hold; those of a host without limits are
/// divided by their URLs; or all of one value of a field are one's.
struct Sharing {
  private let shard: Shard
  private let field: Field?
  private let manners: Manners

  /// `nil` where the work is not divided.
  init?(_ options: ImgFetch, _ manners: Manners, _ scanner: inout RecordScanner) {
    guard let shard = options.shard else { return nil }
    self.shard = shard
    self.manners = manners
    field = options.shardBy.map { scanner.field($0) }
  }

  /// Whether `record` is this process's; `url` is what it wants to have fetched, if anything.
  func contains(_ record: borrowing Record, url: String?) -> Bool {
    if let text = text(of: record, url) { return shard.contains(text) }
    // What wants nothing costs nobody anything.
    return shard.contains(record.bytes)
  }

  private func text(of record: borrowing Record, _ url: String?) -> String? {
    if let field { return record.text(of: field)?.string }
    return url.map { manners.share(of: $0) }
  }
}
