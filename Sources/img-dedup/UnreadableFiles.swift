import ByteStreams
import Invocation
import Records

/// What is done with files that can't be read: told, counted, and noted in the record.
struct UnreadableFiles {
  /// After this many they are only counted.
  private static let toldAtMost = 10

  private let diagnostics: Diagnostics
  private var count = 0

  init(_ diagnostics: Diagnostics) { self.diagnostics = diagnostics }

  /// Takes what is wrong with a file; gives what becomes of the record's `image`, as JSON.
  mutating func take(_ path: String?, _ error: StreamError) -> [UInt8] {
    count += 1
    if count <= Self.toldAtMost { diagnostics.report(.done, error.description) }
    var image = JSONObject()
    image.add("status", "failed")
    image.add("error", "unreadable")
    image.add("message", error.reason)
    image.add("path", path)
    image.add("retry", false)
    return image.bytes
  }

  /// Notes how the run ends for them, of so many records.
  func finish(_ tolerance: Tolerance?, of records: Int) {
    if count > Self.toldAtMost { diagnostics.report(.done, "\(count) files can't be read") }
    if count > 0, tolerance?.covers(count, of: records) != true { diagnostics.note(.someFailed) }
  }
}
