import ByteStreams
import Invocation
import Records

/// What is done with files that can't be read or decoded: told, counted, and noted in the record.
struct BadFiles {
  /// After this many they are only counted.
  private static let toldAtMost = 10

  private let diagnostics: Diagnostics
  private var count = 0

  init(_ diagnostics: Diagnostics) { self.diagnostics = diagnostics }

  /// Takes what is wrong with a file; gives what becomes of the record's `image`, as JSON.
  mutating func take(
    _ path: String?, _ cause: String, _ message: String, _ reason: String
  ) -> [UInt8] {
    count += 1
    if count <= Self.toldAtMost { diagnostics.report(.done, message) }
    var image = JSONObject()
    image.add("status", "failed")
    image.add("error", cause)
    image.add("message", reason)
    image.add("path", path)
    image.add("retry", false)
    return image.bytes
  }

  /// Notes how the run ends for them, of so many records.
  func finish(_ tolerance: Tolerance?, of records: Int) {
    if count > Self.toldAtMost {
      diagnostics.report(.done, "\(count) files can't be read or decoded")
    }
    if count > 0, tolerance?.covers(count, of: records) != true { diagnostics.note(.someFailed) }
  }
}
