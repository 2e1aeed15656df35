import ByteStreams

/// What is wrong with a sample.
struct SampleFault: Error {
  /// `unreadable`, `changed`, `unknown_format` or `no_class`.
  let cause: String
  /// The whole message: *what: why*.
  let message: String
  /// Why.
  let reason: String

  init(_ cause: String, _ what: String, _ reason: String) {
    self.cause = cause
    message = "\(what): \(reason)"
    self.reason = reason
  }

  init(_ error: StreamError) {
    cause = "unreadable"
    message = error.description
    reason = error.reason
  }
}
