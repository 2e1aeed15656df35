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
