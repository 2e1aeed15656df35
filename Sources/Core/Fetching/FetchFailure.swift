public import Transfers

/// Why a file was not fetched, in the words of `image.error`.
public struct FetchFailure: Error, Equatable, Sendable {
  /// The cause, of a closed vocabulary: `http_404`, `timeout_stall`, `host_down`….
  public let error: String
  /// The status code of the answer, where one came.
  public let http: Int?
  /// More words for people.
  public let message: String?
  /// Whether another try, now or in another run, may help.
  public let isTemporary: Bool
  /// Whether it speaks against the host, not the one file.
  public let isOfHost: Bool

  /// Whether the host says that it is too much.
  var isRefusal: Bool { isTemporary && (http == 429 || http == 503) }

  /// A failure that the host is not to blame for.
  public init(
    _ error: String, http: Int? = nil, _ message: String? = nil, isTemporary: Bool = false
  ) {
    self.init(error, http: http, message, isTemporary: isTemporary, isOfHost: false)
  }

  init(_ error: String, http: Int?, _ message: String?, isTemporary: Bool, isOfHost: Bool) {
    self.error = error
    self.http = http
    self.message = message
    self.isTemporary = isTemporary
    self.isOfHost = isOfHost
  }

  /// The host failed too often.
  static let hostDown = FetchFailure(
    "host_down", http: nil, "the host failed too often, and is left alone for a while",
    isTemporary: true, isOfHost: false)

  /// A status code that is no success.
  public init(status: Int) {
    let isOfHost = 500..<600 ~= status
    let isTemporary = [408, 425, 429].contains(status) || isOfHost
    self.init(
      "http_\(status)", http: status, nil, isTemporary: isTemporary, isOfHost: isOfHost)
  }

  /// A transfer that did not come to its end.
  public init(_ failure: TransferFailure, http: Int?) {
    self.init(
      failure.cause.rawValue, http: http, failure.description,
      isTemporary: failure.cause.isTemporary, isOfHost: failure.cause.isOfHost)
  }
}

extension TransferFailure.Cause {
  /// Whether another try may help.
  var isTemporary: Bool {
    switch self {
    case .dns, .connect, .timeoutConnect, .timeoutStall, .timeoutTotal, .tls, .cutShort, .reset,
      .badAnswer, .noSpace, .secureShell:
      true
    case .refusedAddress, .badURL, .tooLarge, .stopped, .unknownHostKey, .loginDenied,
      .notPermitted, .notFound, .sourceFailed:
      false
    }
  }

  /// Whether it speaks against the host.
  var isOfHost: Bool {
    switch self {
    case .dns, .connect, .timeoutConnect, .timeoutStall, .tls, .reset, .noSpace, .secureShell: true
    case .timeoutTotal, .cutShort, .badAnswer, .refusedAddress, .badURL, .tooLarge, .stopped,
      .unknownHostKey, .loginDenied, .notPermitted, .notFound, .sourceFailed:
      false
    }
  }
}
