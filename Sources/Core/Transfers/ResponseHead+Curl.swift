internal import CCurl

extension ResponseHead {
  /// Reads the last head that a transfer received.
  init(of handle: borrowing EasyHandle) {
    status = handle.number(CURLINFO_RESPONSE_CODE)
    fields = unsafe Self.fields(of: handle.pointer)
    let wait = handle.size(CURLINFO_RETRY_AFTER)
    retryAfter = wait > 0 ? wait : nil
  }

  /// More fields than these are not looked at: libcurl takes longer for each than for the one
  /// before.
  private static let mostFields = 256

  private static func fields(
    of handle: UnsafeMutableRawPointer
  ) -> [(name: String, value: String)] {
    var fields = [(name: String, value: String)]()
    var previous: UnsafeMutablePointer<curl_header>?
    while fields.count < mostFields,
      let header = unsafe curl_easy_nextheader(handle, UInt32(CURLH_HEADER), -1, previous)
    {
      unsafe fields.append(
        (String(cString: header.pointee.name), String(cString: header.pointee.value)))
      unsafe previous = header
    }
    return fields
  }
}
