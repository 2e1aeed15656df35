import Fetching

/// What a place says of a file after it was sent.
enum Verification: Equatable {
  /// It is there, with its size.
  case confirmed
  /// The place does not tell.
  case untold
  /// It is not there, or not with its size.
  case otherwise(FetchFailure)
  /// The question failed.
  case failed(FetchFailure)

  /// Statuses of a HEAD by which a server says nothing of the file: it may be there to be written
  /// and not to be read, or the method be unknown.
  private static let silent: Set = [401, 403, 405, 501]
  private static let missing: Set = ["http_404", "http_410", "not_found"]

  /// From the answer to a question about a file of so many bytes.
  init(_ result: FetchResult, size: Int) {
    self.init(failure: result.failure, length: result.length, size: size)
  }

  init(failure: FetchFailure?, length: Int?, size: Int) {
    if let failure {
      if let http = failure.http, Self.silent.contains(http) {
        self = .untold
      } else if Self.missing.contains(failure.error) {
        self = .otherwise(
          FetchFailure(
            "missing", http: failure.http, "taken, and not there afterwards", isTemporary: true))
      } else {
        self = .failed(failure)
      }
    } else if let length {
      self = length == size ? .confirmed : .otherwise(Self.otherSize(length, size))
    } else {
      self = .untold
    }
  }

  private static func otherSize(_ length: Int, _ size: Int) -> FetchFailure {
    FetchFailure("size_differs", "\(length) bytes there, \(size) here", isTemporary: true)
  }
}
