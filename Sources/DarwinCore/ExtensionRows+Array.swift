internal import Records

extension ExtensionRows {
  /// Appends the rows that were found, the first of which are in `batch`, as an array with a
  /// comma in front; nothing where there are none.
  mutating func appendArray(
    startingWith batch: inout RenderedRows, of archive: String, to record: inout JSONBuffer,
    limit: Int
  ) throws(DarwinCoreError) {
    if batch.count == 0 { return }
    var start: [UInt8] = [UInt8(ascii: ",")]
    JSONString.append(name.utf8, to: &start)
    record.append(start)
    record.append(":")
    var isFirst = true
    while batch.count > 0 {
      for index in 0..<batch.count {
        record.append(isFirst ? "[" : ",")
        isFirst = false
        unsafe record.append(batch.object(index))
      }
      if record.count > limit {
        let reason = "a row of the core has more than \(limit >> 20) MiB of \(name)"
        throw DarwinCoreError(archive, reason)
      }
      try takeBatch(into: &batch)
    }
    record.append("]")
  }
}
