internal import CCurl

/// A transfer that came to its end.
public struct FinishedTransfer {
  /// The number under which it was started.
  public let tag: Int
  /// The head of the answer, where one came.
  public let head: ResponseHead?
  /// Why it is not whole; `nil` where it is.
  public let failure: TransferFailure?
  /// The bytes of the body that came.
  public let bytes: Int
  /// The size that the answer, or SFTP, tells of the file, also where its bytes were not wanted.
  public let length: Int?

  init(_ transfer: Transfer, _ code: CURLcode) {
    tag = transfer.tag
    transfer.readHead()
    // What is below 200 only says that an answer will come (RFC 9110 section 15.2).
    head = transfer.head.flatMap { $0.status < 200 ? nil : $0 }
    failure = code == CURLE_OK ? nil : TransferFailure(of: transfer, code)
    bytes = transfer.received
    let length = transfer.handle.size(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)
    self.length = code == CURLE_OK && length >= 0 ? length : nil
  }
}

extension TransferFailure {
  /// Tells causes apart that libcurl has one code for.
  fileprivate init(of transfer: Transfer, _ code: CURLcode) {
    if transfer.isBroken {
      self.init(.reset, "the connection broke before an answer came")
      return
    }
    let message = unsafe String(cString: transfer.message)
    let general = unsafe String(cString: curl_easy_strerror(code))
    let cause =
      switch code {
      case CURLE_OPERATION_TIMEDOUT: Self.timeout(of: transfer)
      case CURLE_PEER_FAILED_VERIFICATION where transfer.isOfSecureShell: Cause.unknownHostKey
      case CURLE_COULDNT_CONNECT where transfer.isRefused: Cause.refusedAddress
      case CURLE_WRITE_ERROR where transfer.isTooLarge: Cause.tooLarge
      // libcurl has no code of its own for it before version 8.6.
      case CURLE_RECV_ERROR where message.hasPrefix("Too large response headers"):
        Cause.badAnswer
      case CURLE_RECV_ERROR where transfer.head.map { $0.status > 0 } == true: Cause.cutShort
      default: Cause(code)
      }
    self.init(cause, message.isEmpty ? general : message)
  }

  private static func timeout(of transfer: Transfer) -> Cause {
    // libcurl counts in milliseconds, and its clock may be that much ahead.
    let milliseconds = transfer.handle.size(CURLINFO_TOTAL_TIME_T) / 1000 + 2
    if transfer.handle.size(CURLINFO_PRETRANSFER_TIME_T) == 0 { return .timeoutConnect }
    let isTotal = transfer.totalTimeout > 0 && milliseconds >= transfer.totalTimeout * 1000
    return isTotal ? .timeoutTotal : .timeoutStall
  }
}
