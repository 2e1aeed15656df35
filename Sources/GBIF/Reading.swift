internal import Records

/// What a file for `gbif-post` turns out to hold.
struct Reading {
  /// Whether it is a bare predicate; otherwise it is a whole request.
  let isPredicate: Bool
  /// Whether it is a request in SQL.
  let isSQL: Bool
  /// The user for whom a request is.
  let creator: String?

  init(_ text: [UInt8], named name: String) throws(ServiceError) {
    let tree = try Self.tree(of: text, named: name)
    guard let isPredicate = DownloadRequest.isPredicate(tree) else {
      throw ServiceError(.badInput, "\(name): neither a predicate nor a request for a download")
    }
    self.isPredicate = isPredicate
    isSQL = !isPredicate && tree["sql"] != nil
    creator = isPredicate ? nil : tree["creator"]?.text
  }

  private static func tree(of text: [UInt8], named name: String) throws(ServiceError) -> JSONTree {
    if text.allSatisfy({ $0 <= 0x20 }) {
      let expected = DownloadRequest.expected
      throw ServiceError(.badInput, "\(name): nothing in it, where \(expected) is expected")
    }
    do {
      return try JSONTree(text)
    } catch {
      let place = JSONText.place(of: error.column - 1, in: text)
      let reason = DownloadRequest.reason(of: error, in: text)
      throw ServiceError(.badInput, "\(name):\(place.line):\(place.column): \(reason)")
    }
  }
}
