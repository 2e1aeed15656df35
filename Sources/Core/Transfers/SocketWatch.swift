internal import CCurl
internal import CEpoll
internal import Glibc

/// The sockets that libcurl waits for, and when it wants to be called at the latest.
///
/// A turn costs what happened in it, not how many transfers there are: asked about each of
/// them every time, five hundred took more of the processor than all that they brought.
/// See CURLMOPT_SOCKETFUNCTION, CURLMOPT_TIMERFUNCTION and epoll(7).
@safe
final class SocketWatch {
  /// A socket, and what it is ready for: CURL_CSELECT_IN, _OUT and _ERR.
  struct Ready {
    let socket: Int32
    let actions: Int32
  }

  /// So many are told at once; the others the next time.
  private static let most = 256

  private let descriptor: Int32
  private var due: ContinuousClock.Instant?
  private var events = unsafe [epoll_event](repeating: epoll_event(), count: most)

  /// A watch without sockets.
  /// - Throws: `TransferError` where there are no descriptors left.
  init() throws(TransferError) {
    descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
    if descriptor == -1 { throw unsafe TransferError("epoll", String(cString: strerror(errno))) }
  }

  deinit { close(descriptor) }

  /// Has libcurl tell of its sockets and of its time from now on, as long as this lives.
  func follow(_ multi: UnsafeMutableRawPointer) throws(TransferError) {
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    try unsafe check(curl_multi_set_pointer(multi, CURLMOPT_SOCKETDATA, context), "libcurl")
    try unsafe check(curl_multi_set_pointer(multi, CURLMOPT_TIMERDATA, context), "libcurl")
    try unsafe check(curl_multi_set_socket(multi, tellSocket), "libcurl")
    try unsafe check(curl_multi_set_timer(multi, tellTimer), "libcurl")
  }

  /// Whether libcurl's time has come; that is told once.
  func takeDue() -> Bool {
    guard let due, due <= .now else { return false }
    self.due = nil
    return true
  }

  /// Waits until a socket or one of `others` is ready or libcurl's time has come, at most so
  /// long; a signal ends it too.
  func wait(milliseconds: Int, watching others: [Int32]) {
    var watched = ([descriptor] + others).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    _ = unsafe poll(&watched, nfds_t(watched.count), Int32(untilDue(atMost: milliseconds)))
  }

  /// The sockets that are ready now.
  func ready() -> [Ready] {
    let count = unsafe epoll_wait(descriptor, &events, Int32(events.count), 0)
    return unsafe events.prefix(max(0, Int(count))).map { event in
      unsafe Ready(socket: event.data.fd, actions: Self.actions(event.events))
    }
  }

  private func untilDue(atMost milliseconds: Int) -> Int {
    guard let due else { return milliseconds }
    let left = ContinuousClock.now.duration(to: due) / .milliseconds(1)
    return min(milliseconds, max(0, Int(left.rounded(.up))))
  }

  private static func actions(_ events: UInt32) -> Int32 {
    var actions: Int32 = 0
    if events & (EPOLLIN.rawValue | EPOLLHUP.rawValue) != 0 { actions |= CURL_CSELECT_IN }
    if events & EPOLLOUT.rawValue != 0 { actions |= CURL_CSELECT_OUT }
    if events & EPOLLERR.rawValue != 0 { actions |= CURL_CSELECT_ERR }
    return actions
  }

  /// Watches a socket for what libcurl wants of it: CURL_POLL_IN, _OUT, _INOUT or _REMOVE.
  fileprivate func watch(_ socket: Int32, for wanted: Int32) -> Bool {
    var events: UInt32 = 0
    if wanted & CURL_POLL_IN != 0 { events |= EPOLLIN.rawValue }
    if wanted & CURL_POLL_OUT != 0 { events |= EPOLLOUT.rawValue }
    var event = unsafe epoll_event(events: events, data: epoll_data(fd: socket))
    if wanted == CURL_POLL_REMOVE {
      // One that was closed already is no longer watched anyway.
      _ = unsafe epoll_ctl(descriptor, EPOLL_CTL_DEL, socket, &event)
      return true
    }
    return unsafe epoll_ctl(descriptor, EPOLL_CTL_MOD, socket, &event) == 0
      || epoll_ctl(descriptor, EPOLL_CTL_ADD, socket, &event) == 0
  }

  /// Takes libcurl's time: so many milliseconds from now; -1 is never.
  fileprivate func set(milliseconds: Int) {
    due = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
  }
}

private let tellSocket:
  @convention(c) (
    UnsafeMutableRawPointer?, curl_socket_t, Int32, UnsafeMutableRawPointer?,
    UnsafeMutableRawPointer?
  ) -> Int32 = { _, socket, wanted, context, _ in
    guard let context = unsafe context else { return -1 }
    let watch = unsafe Unmanaged<SocketWatch>.fromOpaque(context).takeUnretainedValue()
    return watch.watch(socket, for: wanted) ? 0 : -1
  }

private let tellTimer:
  @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Int32 = {
    _, milliseconds, context in
    guard let context = unsafe context else { return -1 }
    unsafe Unmanaged<SocketWatch>.fromOpaque(context).takeUnretainedValue()
      .set(milliseconds: milliseconds)
    return 0
  }
