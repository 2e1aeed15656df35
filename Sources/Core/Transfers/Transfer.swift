internal import CCurl
internal import Glibc

/// One transfer under way: its handle, and what libcurl's callbacks need.
///
/// Each has a handle of its own: what a failed transfer leaves in one can spoil the next.
@safe
final class Transfer {
  /// The number that the transfer's starter knows it by.
  let tag: Int
  let handle: EasyHandle
  let connectTo: TextList
  let headers: TextList
  let finalCommands: TextList
  /// Where libcurl writes what went wrong, CURL_ERROR_SIZE bytes.
  let message = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  private(set) var head: ResponseHead?
  private(set) var received = 0
  /// Whether it is one of SFTP.
  let isOfSecureShell: Bool
  private let source: (any BodySource)?
  private var sent = 0
  /// Whether the request was sent, and whether it was to be sent once more.
  private var isAsked = false
  private(set) var isBroken = false
  /// Whether the name stood for an address that may not be talked to.
  private(set) var isRefused = false
  /// Seconds; 0 is without limit.
  let totalTimeout: Int
  private let sink: any BodySink
  private let maximumBytes: Int
  private let allowsAllAddresses: Bool

  init(
    _ request: TransferRequest, _ settings: TransferSettings, into sink: any BodySink, tag: Int
  ) throws(TransferError) {
    self.tag = tag
    self.sink = sink
    handle = try EasyHandle()
    connectTo = TextList(settings.connectTo)
    headers = TextList(request.headers)
    finalCommands = TextList(request.secureShell?.finalCommands ?? [])
    isOfSecureShell = request.secureShell != nil
    source = request.upload
    totalTimeout = request.totalTimeout ?? settings.totalTimeout
    maximumBytes = request.maximumBytes ?? .max
    allowsAllAddresses = settings.allowsAllAddresses(for: request.url)
    unsafe message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    try handle.prepare(request, settings, for: self)
  }

  deinit { unsafe message.deallocate() }

  /// Whether more than was asked for came.
  var isTooLarge: Bool { received > maximumBytes }

  /// Reads the head of the answer; at the end it has more to say than at the first byte.
  func readHead() { head = ResponseHead(of: handle) }

  func receive(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if head == nil {
      readHead()
      guard let head, sink.begin(head) else { return false }
    }
    received += bytes.count
    return unsafe !isTooLarge && sink.receive(bytes.span)
  }

  /// Fills a buffer with what is to be sent next; how much it is, or `nil` where it can't be had.
  func send(into buffer: inout MutableSpan<UInt8>) -> Int? {
    guard let source else { return nil }
    if sent == source.size { return 0 }
    guard let count = source.read(into: &buffer, at: sent) else { return nil }
    sent += count
    return count
  }

  /// Goes to another place of what is to be sent.
  func seek(to offset: Int) { sent = offset }

  /// Whether the request may be sent: once.
  func mayAsk() -> Bool {
    isBroken = isAsked
    isAsked = true
    return !isBroken
  }

  /// Whether the address that a name stands for may be talked to.
  func allows(_ address: UnsafePointer<curl_sockaddr>) -> Bool {
    if allowsAllAddresses { return true }
    if unsafe AddressGuard.isPublic(Self.bytes(of: address)) { return true }
    isRefused = true
    return false
  }

  /// The bytes of an address in network order.
  private static func bytes(of address: UnsafePointer<curl_sockaddr>) -> [UInt8] {
    guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return [] }
    let socket = unsafe UnsafeRawPointer(address) + offset
    // They follow the family and the port, in IPv6 the flow information too (ip(7), ipv6(7));
    // of the structure only the beginning is in `addr`.
    switch unsafe address.pointee.family {
    case AF_INET: return unsafe Array(UnsafeRawBufferPointer(start: socket + 4, count: 4))
    case AF_INET6: return unsafe Array(UnsafeRawBufferPointer(start: socket + 8, count: 16))
    default: return []
    }
  }
}
