internal import CCurl

/// One easy handle of libcurl.
@safe
struct EasyHandle: ~Copyable {
  /// libcurl's own pointer; the multi interface needs it.
  let pointer: UnsafeMutableRawPointer

  /// What tells it apart from all others that are there.
  var address: UInt { unsafe UInt(bitPattern: pointer) }

  init() throws(TransferError) {
    guard let pointer = unsafe curl_easy_init() else {
      throw TransferError("libcurl", "no memory for a transfer")
    }
    unsafe self.pointer = pointer
  }

  deinit { unsafe curl_easy_cleanup(pointer) }

  func set(_ option: CURLoption, _ value: Int) throws(TransferError) {
    try unsafe check(curl_set_long(pointer, option, value), "libcurl option \(option.rawValue)")
  }

  func set(size option: CURLoption, _ value: Int) throws(TransferError) {
    try unsafe check(
      curl_set_size(pointer, option, curl_off_t(value)), "libcurl option \(option.rawValue)")
  }

  func set(_ option: CURLoption, _ value: String) throws(TransferError) {
    try unsafe check(curl_set_text(pointer, option, value), "libcurl option \(option.rawValue)")
  }

  func set(_ option: CURLoption, _ list: borrowing TextList) throws(TransferError) {
    try unsafe check(
      curl_set_list(pointer, option, list.pointer), "libcurl option \(option.rawValue)")
  }

  func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer) throws(TransferError) {
    try unsafe check(curl_set_pointer(pointer, option, value), "libcurl option \(option.rawValue)")
  }

  func set(_ option: CURLoption, copying bytes: [UInt8]) throws(TransferError) {
    let code = unsafe bytes.withUnsafeBytes { bytes in
      unsafe curl_set_pointer(pointer, option, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
    }
    try check(code, "libcurl option \(option.rawValue)")
  }
}

extension EasyHandle {
  /// A number about the last transfer, 0 where there is none.
  func number(_ info: CURLINFO) -> Int {
    var value = 0
    return unsafe curl_get_long(pointer, info, &value) == CURLE_OK ? value : 0
  }

  /// A large number about the last transfer, 0 where there is none.
  func size(_ info: CURLINFO) -> Int {
    var value: curl_off_t = 0
    return unsafe curl_get_size(pointer, info, &value) == CURLE_OK ? Int(value) : 0
  }
}

/// A list of texts as libcurl wants it; it must live as long as the transfer.
@safe
struct TextList: ~Copyable {
  let pointer: UnsafeMutablePointer<curl_slist>?

  init(_ texts: [String]) {
    unsafe pointer = texts.reduce(nil) { list, text in unsafe curl_slist_append(list, text) }
  }

  deinit { unsafe curl_slist_free_all(pointer) }
}
