public import ByteStreams

/// What is wrong with a record's picture.
public struct PictureFault: Error, Sendable {
  /// The value of `image.error`.
  public let cause: String
  /// The whole message.
  public let message: String
  /// Why, in lower case and without a full stop.
  public let reason: String

  /// What is wrong with the picture at `path`.
  public init(_ cause: String, _ path: String, _ reason: String) {
    self.cause = cause
    self.reason = reason
    message = "\(path): \(reason)"
  }

  /// That its file can't be read.
  public init(unreadable error: StreamError) { self.init("unreadable", error.name, error.reason) }
}

extension PictureFault {
  /// Looks whether the file at `path` has the size that its record tells, if it tells one.
  /// - Throws: that it is another.
  public static func check(_ path: String, size: Int, _ recorded: Int?) throws(PictureFault) {
    guard let recorded, recorded != size else { return }
    throw PictureFault("changed", path, "has \(size) bytes, not \(recorded)")
  }

  /// Looks whether a SHA-256 in lower-case digits is that which a record tells, if it tells one.
  /// - Throws: that it is another.
  public static func check(
    _ path: String, sha256 digits: String, _ recorded: String?
  ) throws(PictureFault) {
    guard let recorded, recorded.lowercased() != digits else { return }
    throw PictureFault("changed", path, "has another SHA-256 than its record")
  }
}
