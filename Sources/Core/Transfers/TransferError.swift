internal import CCurl

/// What keeps libcurl itself from working; `description` is the whole message.
public struct TransferError: Error, CustomStringConvertible {
  /// *What: why*.
  public let description: String

  init(_ what: String, _ why: String) { description = "\(what): \(why)" }
}

/// The one place where the codes of the easy interface are looked at.
func check(_ code: CURLcode, _ what: String) throws(TransferError) {
  if code == CURLE_OK { return }
  throw unsafe TransferError(what, String(cString: curl_easy_strerror(code)))
}

/// The one place where the codes of the multi interface are looked at.
func check(_ code: CURLMcode, _ what: String) throws(TransferError) {
  if code == CURLM_OK { return }
  throw unsafe TransferError(what, String(cString: curl_multi_strerror(code)))
}
