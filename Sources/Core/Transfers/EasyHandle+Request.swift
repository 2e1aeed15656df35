internal import CCurl
internal import Glibc

extension EasyHandle {
  /// Makes the handle ready for a request; `transfer` gets the body and must live on.
  func prepare(
    _ request: TransferRequest, _ settings: TransferSettings, for transfer: Transfer
  ) throws(TransferError) {
    try limit(settings)
    try set(CURLOPT_USERAGENT, settings.userAgent)
    if let certificates = settings.certificates { try set(CURLOPT_CAINFO, certificates) }
    try set(CURLOPT_CONNECT_TO, transfer.connectTo)
    try address(request, for: transfer)
    try identify(request, for: transfer)
    if let upload = request.upload { try send(upload, from: transfer) }
    try receive(into: transfer)
  }

  /// What holds for every transfer.
  ///
  /// libcurl follows no redirect: where it leads is decided elsewhere, hop by hop.
  private func limit(_ settings: TransferSettings) throws(TransferError) {
    try set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    try set(CURLOPT_FOLLOWLOCATION, 0)
    try set(CURLOPT_NOPROGRESS, 1)
    try set(CURLOPT_NOSIGNAL, 1)
    try set(CURLOPT_BUFFERSIZE, 1 << 16)
    try set(CURLOPT_DNS_CACHE_TIMEOUT, 300)
    try set(CURLOPT_CONNECTTIMEOUT, settings.connectTimeout)
    try set(CURLOPT_LOW_SPEED_LIMIT, 1)
    try set(CURLOPT_LOW_SPEED_TIME, settings.stallTimeout)
  }

  private func address(
    _ request: TransferRequest, for transfer: Transfer
  ) throws(TransferError) {
    try set(CURLOPT_PROTOCOLS_STR, request.secureShell == nil ? "http,https" : "sftp")
    try set(CURLOPT_URL, request.url)
    // Without TLS it would wait for the first answer of a host that can't share connections.
    try set(CURLOPT_PIPEWAIT, request.url.hasPrefix("https:") ? 1 : 0)
    try set(CURLOPT_TIMEOUT, transfer.totalTimeout)
    if request.method == "HEAD" { try set(CURLOPT_NOBODY, 1) }
    if let body = request.body {
      try set(size: CURLOPT_POSTFIELDSIZE_LARGE, body.count)
      try set(CURLOPT_COPYPOSTFIELDS, copying: body)
    }
    if request.method != "GET", request.upload == nil {
      try set(CURLOPT_CUSTOMREQUEST, request.method)
    }
    try set(CURLOPT_HTTPHEADER, transfer.headers)
    if request.offset > 0 { try set(size: CURLOPT_RESUME_FROM_LARGE, request.offset) }
    if let maximum = request.maximumBytes { try set(size: CURLOPT_MAXFILESIZE_LARGE, maximum) }
  }

  private func receive(into transfer: Transfer) throws(TransferError) {
    let context = unsafe Unmanaged.passUnretained(transfer).toOpaque()
    try unsafe set(CURLOPT_WRITEDATA, context)
    try unsafe set(CURLOPT_OPENSOCKETDATA, context)
    try unsafe set(CURLOPT_ERRORBUFFER, transfer.message)
    try unsafe check(curl_set_write(pointer, receiveBytes), "libcurl")
    try unsafe check(curl_set_open_socket(pointer, openSocket), "libcurl")
    try unsafe set(CURLOPT_PREREQDATA, context)
    try unsafe check(curl_set_before_request(pointer, beforeRequest), "libcurl")
  }
}

/// As https://curl.se/libcurl/c/CURLOPT_WRITEFUNCTION.html says.
private let receiveBytes: curl_write_callback = { bytes, _, count, context in
  guard let context = unsafe context, let bytes = unsafe bytes else { return 0 }
  let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  let start = unsafe UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self)
  let piece = unsafe UnsafeBufferPointer(start: start, count: count)
  // Any other number than `count` ends the transfer with CURLE_WRITE_ERROR.
  return unsafe transfer.receive(piece) ? count : count &+ 1
}

/// As https://curl.se/libcurl/c/CURLOPT_PREREQFUNCTION.html says.
///
/// libcurl asks once more by itself where a connection that was used before breaks without an
/// answer; whether and when that is done is not its decision.
private let beforeRequest: curl_prereq_callback = { context, _, _, _, _ in
  guard let context = unsafe context else { return CURL_PREREQFUNC_ABORT }
  let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  return transfer.mayAsk() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}

/// As https://curl.se/libcurl/c/CURLOPT_OPENSOCKETFUNCTION.html says.
private let openSocket: curl_opensocket_callback = { context, _, address in
  guard let context = unsafe context, let address = unsafe address else { return -1 }
  let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  guard unsafe transfer.allows(address) else { return -1 }
  let type = unsafe address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
  return unsafe socket(address.pointee.family, type, address.pointee.protocol)
}
