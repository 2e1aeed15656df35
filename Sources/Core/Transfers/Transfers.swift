internal import CCurl
internal import Glibc

/// Many transfers at once, on the thread that calls `wait`: libcurl's multi interface.
///
/// Connections, names and TLS sessions are kept for further transfers to the same host.
@safe
public struct Transfers: ~Copyable {
  private let settings: TransferSettings
  private let multi: UnsafeMutableRawPointer
  private let sockets: SocketWatch
  /// The transfers under way, by the addresses of their handles.
  private var active: [UInt: Transfer] = [:]

  /// How many transfers are under way.
  public var count: Int { active.count }

  private init(
    _ multi: UnsafeMutableRawPointer, _ sockets: SocketWatch, _ settings: TransferSettings
  ) {
    unsafe self.multi = multi
    self.sockets = sockets
    self.settings = settings
  }

  /// An engine for transfers with these settings.
  public static func open(_ settings: TransferSettings) throws(TransferError) -> Transfers {
    curl_global_init(Int(CURL_GLOBAL_DEFAULT))
    guard let multi = unsafe curl_multi_init() else {
      throw TransferError("libcurl", "no memory for transfers")
    }
    let transfers = unsafe Transfers(multi, try SocketWatch(), settings)
    try unsafe transfers.sockets.follow(multi)
    try unsafe check(
      curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, settings.connections), "libcurl")
    return transfers
  }

  deinit {
    for transfer in active.values {
      unsafe curl_multi_remove_handle(multi, transfer.handle.pointer)
    }
    unsafe curl_multi_cleanup(multi)
  }

  /// Starts a transfer whose body goes to `sink`; `finished` tells of it under `tag`.
  public mutating func start(
    _ request: TransferRequest, into sink: any BodySink, tag: Int
  ) throws(TransferError) {
    let transfer = try Transfer(request, settings, into: sink, tag: tag)
    try unsafe check(curl_multi_add_handle(multi, transfer.handle.pointer), request.url)
    active[transfer.handle.address] = transfer
  }

  /// Moves transfers on; where nothing came of it, waits until there is more to do for them or
  /// one of `descriptors` has something to read, at most so long.
  public mutating func wait(
    milliseconds: Int, watching descriptors: [Int32] = []
  ) throws(TransferError) {
    var running = Int32(count)
    try moveOn(&running)
    guard milliseconds > 0, running == count else { return }
    sockets.wait(milliseconds: milliseconds, watching: descriptors)
    try moveOn(&running)
  }

  /// Does what is due and what the sockets are ready for; then `running` transfers are left.
  private func moveOn(_ running: inout Int32) throws(TransferError) {
    if sockets.takeDue() { try act(CURL_SOCKET_TIMEOUT, 0, &running) }
    for ready in sockets.ready() { try act(ready.socket, ready.actions, &running) }
  }

  private func act(
    _ socket: curl_socket_t, _ actions: Int32, _ running: inout Int32
  ) throws(TransferError) {
    try unsafe check(curl_multi_socket_action(multi, socket, actions, &running), "libcurl")
  }

  /// A transfer that came to its end, well or not; `nil` when there is none for now.
  public mutating func finished() -> FinishedTransfer? {
    var left: Int32 = 0
    while let message = unsafe curl_multi_info_read(multi, &left) {
      guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
      let code = unsafe curl_message_result(message)
      let address = unsafe UInt(bitPattern: message.pointee.easy_handle)
      guard let transfer = active.removeValue(forKey: address) else { continue }
      unsafe curl_multi_remove_handle(multi, transfer.handle.pointer)
      return FinishedTransfer(transfer, code)
    }
    return nil
  }
}
