internal import Glibc

/// Hands messages from one thread to another, in order; at most so many wait.
///
/// Standing in for a semaphore and a lock that Glibc alone has: pthread_mutex_t and
/// pthread_cond_t.
@safe
public final class Mailbox<Message>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let capacity: Int
  private var messages = Queue<Message>()
  /// How many threads wait for the box to change.
  private var waiting = 0

  /// A box in which so many messages may wait.
  public init(capacity: Int) {
    self.capacity = capacity
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe pthread_cond_destroy(changed)
    unsafe mutex.deallocate()
    unsafe changed.deallocate()
  }

  /// Adds a message; waits while the box is full, and then until half of it is empty, unless
  /// the message is small.
  public func put(_ message: Message, isSmall: Bool = false) {
    unsafe pthread_mutex_lock(mutex)
    if messages.count >= capacity, !isSmall {
      while 2 * messages.count > capacity { wait() }
    }
    messages.append(message)
    if messages.count == 1 { wakeOthers() }
    unsafe pthread_mutex_unlock(mutex)
  }

  /// Takes the first message; waits for one.
  public func take() -> Message {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while true {
      if let message = takeFirst() { return message }
      wait()
    }
  }

  /// Takes the first message if there is one.
  public func takeIfAny() -> Message? {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return takeFirst()
  }

  private func takeFirst() -> Message? {
    guard let message = messages.popFirst() else { return nil }
    if 2 * messages.count <= capacity { wakeOthers() }
    return message
  }

  private func wait() {
    waiting += 1
    unsafe pthread_cond_wait(changed, mutex)
    waiting -= 1
  }

  /// Waking is dear: only when there is someone to wake.
  private func wakeOthers() {
    if waiting > 0 { unsafe pthread_cond_broadcast(changed) }
  }
}
