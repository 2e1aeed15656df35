internal import CCurl

/// Why a transfer did not come to its end.
public struct TransferFailure: Error, Equatable, CustomStringConvertible {
  /// The causes, a closed list.
  public enum Cause: String, Sendable, CaseIterable {
    /// The host's name is not known, or not at present.
    case dns
    /// No connection came about.
    case connect
    /// No connection came about in time.
    case timeoutConnect = "timeout_connect"
    /// For a while no byte came.
    case timeoutStall = "timeout_stall"
    /// The whole took too long.
    case timeoutTotal = "timeout_total"
    /// TLS failed: no common version, an untrusted certificate.
    case tls
    /// The connection broke before the end of the body.
    case cutShort = "cut_short"
    /// The connection broke before an answer, or in another way.
    case reset
    /// The address is not public, or the port or scheme not allowed.
    case refusedAddress = "refused_address"
    /// The URL can't be understood, or is not of an allowed scheme.
    case badURL = "bad_url"
    /// The body is larger than allowed.
    case tooLarge = "too_large"
    /// Who took the body wanted no more of it.
    case stopped
    /// The answer is not HTTP as it should be.
    case badAnswer = "bad_answer"
    /// The host has another key than it is known by, or is not known.
    case unknownHostKey = "unknown_host_key"
    /// The host does not believe who we are.
    case loginDenied = "login_denied"
    /// We may not do that there.
    case notPermitted = "not_permitted"
    /// There is no such file or folder.
    case notFound = "not_found"
    /// The disk of the host is full.
    case noSpace = "no_space"
    /// Another failure of SSH or SFTP, which says little of causes.
    case secureShell = "ssh"
    /// What was to be sent can't be read.
    case sourceFailed = "file_changed"
  }

  /// Which of them.
  public let cause: Cause
  /// libcurl's own words.
  public let description: String

  init(_ cause: Cause, _ description: String) {
    self.cause = cause
    self.description = description
  }
}

extension TransferFailure.Cause {
  /// By libcurl's code: https://curl.se/libcurl/c/libcurl-errors.html.
  init(_ code: CURLcode) {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: self = .dns
    case CURLE_COULDNT_CONNECT: self = .connect
    case CURLE_OPERATION_TIMEDOUT: self = .timeoutTotal
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_INVALIDCERTSTATUS:
      self = .tls
    case CURLE_PARTIAL_FILE: self = .cutShort
    case CURLE_URL_MALFORMAT: self = .badURL
    case CURLE_FILESIZE_EXCEEDED: self = .tooLarge
    case CURLE_WRITE_ERROR: self = .stopped
    case CURLE_ABORTED_BY_CALLBACK, CURLE_READ_ERROR: self = .sourceFailed
    case CURLE_LOGIN_DENIED: self = .loginDenied
    case CURLE_REMOTE_ACCESS_DENIED: self = .notPermitted
    case CURLE_REMOTE_FILE_NOT_FOUND: self = .notFound
    case CURLE_REMOTE_DISK_FULL: self = .noSpace
    case CURLE_SSH, CURLE_QUOTE_ERROR, CURLE_UPLOAD_FAILED: self = .secureShell
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_CONTENT_ENCODING,
      CURLE_HTTP2, CURLE_HTTP2_STREAM:
      self = .badAnswer
    default: self = .reset
    }
  }
}
