internal import Foundation
internal import Synchronization

/// Work on a thread of its own, such as that of the other end of a pipe.
public final class Background<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Starts the work.
  public init(_ work: @escaping @Sendable () -> Value) {
    Thread.detachNewThread { [self] in
      let result = work()
      value.withLock { $0 = result }
      isDone.signal()
    }
  }

  /// Waits for its result.
  public func wait() -> Value? {
    isDone.wait()
    return value.withLock { $0 }
  }
}
