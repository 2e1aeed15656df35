internal import CCurl
internal import Glibc

extension EasyHandle {
  /// Says who asks, and how.
  func identify(
    _ request: TransferRequest, for transfer: Transfer
  ) throws(TransferError) {
    if let credentials = request.credentials {
      try set(CURLOPT_USERNAME, credentials.user)
      try set(CURLOPT_PASSWORD, credentials.password)
    }
    if let signature = request.signature { try set(CURLOPT_AWS_SIGV4, signature) }
    guard let shell = request.secureShell else { return }
    try set(CURLOPT_USERNAME, shell.user)
    try set(CURLOPT_SSH_KNOWNHOSTS, shell.knownHosts)
    try set(CURLOPT_POSTQUOTE, transfer.finalCommands)
    if let identity = shell.identity { try set(CURLOPT_SSH_PRIVATE_KEYFILE, identity) }
    var ways = CURLSSH_AUTH_AGENT
    if shell.identity != nil { ways |= CURLSSH_AUTH_PUBLICKEY }
    if request.credentials != nil { ways |= CURLSSH_AUTH_PASSWORD | CURLSSH_AUTH_KEYBOARD }
    try set(CURLOPT_SSH_AUTH_TYPES, Int(ways))
  }

  /// Takes a body from `transfer`, which must live on; folders on the way are made.
  func send(_ upload: any BodySource, from transfer: Transfer) throws(TransferError) {
    let context = unsafe Unmanaged.passUnretained(transfer).toOpaque()
    try set(CURLOPT_UPLOAD, 1)
    try set(size: CURLOPT_INFILESIZE_LARGE, upload.size)
    try set(CURLOPT_UPLOAD_BUFFERSIZE, 1 << 18)
    // libcurl asks for leave to send, also a small file; waiting for it takes longer than that.
    try set(CURLOPT_EXPECT_100_TIMEOUT_MS, 1)
    try set(CURLOPT_FTP_CREATE_MISSING_DIRS, 1)
    try unsafe set(CURLOPT_READDATA, context)
    try unsafe check(curl_set_read(pointer, sendBytes), "libcurl")
    try unsafe set(CURLOPT_SEEKDATA, context)
    try unsafe check(curl_set_seek(pointer, seekBytes), "libcurl")
  }
}

/// As https://curl.se/libcurl/c/CURLOPT_READFUNCTION.html says.
private let sendBytes: curl_read_callback = { bytes, size, count, context in
  guard let context = unsafe context, let bytes = unsafe bytes else {
    return Int(CURL_READFUNC_ABORT)
  }
  let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  let start = unsafe UnsafeMutableRawPointer(bytes).assumingMemoryBound(to: UInt8.self)
  let room = unsafe UnsafeMutableBufferPointer(start: start, count: size * count)
  var span = unsafe room.mutableSpan
  return transfer.send(into: &span) ?? Int(CURL_READFUNC_ABORT)
}

/// As https://curl.se/libcurl/c/CURLOPT_SEEKFUNCTION.html says.
private let seekBytes: curl_seek_callback = { context, offset, origin in
  guard let context = unsafe context, origin == SEEK_SET else { return CURL_SEEKFUNC_FAIL }
  unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().seek(to: Int(offset))
  return CURL_SEEKFUNC_OK
}
