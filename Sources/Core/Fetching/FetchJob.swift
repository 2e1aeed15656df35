public import Transfers

/// A file to be fetched: what is asked for, and what takes it.
public struct FetchJob {
  /// The request; its URL is where the fetching begins.
  public var request: TransferRequest
  /// What takes the body of a whole answer.
  public let body: any FetchBody
  /// Statuses that end the job at once and say nothing of the host, though they might pass.
  public var finalStatuses: Set<Int> = []
  /// Whether it goes where an answer leads to; otherwise such an answer is a failure, as it is
  /// for all that is sent.
  public var followsRedirects = true

  /// A job of this request.
  public init(_ request: TransferRequest, into body: any FetchBody) {
    self.request = request
    self.body = body
  }
}

/// Takes the body of a successful answer; it may be told to begin again.
public protocol FetchBody: BodySink {
  /// Whether it takes the body of this answer too; of successes alone unless it says otherwise.
  func wants(_ head: ResponseHead) -> Bool
  /// Called before each try: what came so far is to be forgotten.
  func restart()
  /// Why `begin` or `receive` said `false`.
  var refusal: FetchFailure? { get }
}

extension FetchBody {
  /// Whether the answer is a success.
  public func wants(_ head: ResponseHead) -> Bool { 200..<300 ~= head.status }
}

/// How the fetching of a file ended.
public struct FetchResult {
  /// The number that `Fetcher.add` gave.
  public let job: Int
  /// Why there is no file; `nil` where there is one.
  public let failure: FetchFailure?
  /// The head of the last answer.
  public let head: ResponseHead?
  /// Where the file came from, after all redirects.
  public let url: String
  /// The size that the last answer tells, or SFTP; `nil` where it was not told.
  public internal(set) var length: Int?
  /// How often it was tried.
  public let attempts: Int
}
