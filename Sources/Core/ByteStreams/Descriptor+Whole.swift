extension Descriptor {
  /// Reads all that is there to the end; a byte order mark at the start is passed over.
  /// - Throws: `StreamError`, of kind `damaged` where there are more than `limit` bytes.
  public func readAll(limit: Int) throws(StreamError) -> [UInt8] {
    var bytes = [UInt8]()
    var buffer = RawBuffer(capacity: 1 << 16)
    while true {
      buffer.removeAll()
      let count = try unsafe read(into: buffer.free)
      if count == 0 { break }
      buffer.commit(count)
      unsafe bytes.append(contentsOf: buffer.bytes)
      if bytes.count > limit { throw StreamError(.damaged, name, "longer than \(limit) bytes") }
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
  }
}
