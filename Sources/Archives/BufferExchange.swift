internal import Glibc

/// A ring of buffers between a thread that fills them from a member and one that empties them.
@safe final class BufferExchange: @unchecked Sendable {
  private static let bufferSize = 1 << 18
  private static let bufferCount = 8

  private let reader: MemberReader
  private let storage = UnsafeMutableRawBufferPointer.allocate(
    byteCount: bufferSize * bufferCount, alignment: 64)
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var thread = pthread_t()

  // What the mutex guards.
  /// How many buffers were filled and how many emptied, since the beginning.
  private var filled = 0
  private var emptied = 0
  /// How many bytes each buffer holds.
  private var counts = [Int](repeating: 0, count: bufferCount)
  private var isStopped = false
  private var isAtEnd = false
  private var error: ArchiveError?

  /// How far the present buffer is emptied; only the taker looks at it.
  private var taken = 0

  /// Starts the thread; `nil` where the system has none left.
  init?(_ reader: consuming MemberReader) {
    self.reader = reader
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(changed, nil)
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    if unsafe pthread_create(&thread, nil, Self.run, context) != 0 { return nil }
  }

  private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    context in
    guard let context = unsafe context else { return nil }
    unsafe Unmanaged<BufferExchange>.fromOpaque(context).takeUnretainedValue().fill()
    return nil
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe pthread_cond_destroy(changed)
    unsafe mutex.deallocate()
    unsafe changed.deallocate()
    unsafe storage.deallocate()
  }

  /// Ends the thread and waits for it; the last call before this goes away.
  func stop() {
    locked { isStopped = true }
    pthread_join(thread, nil)
  }

  /// Copies bytes of the next filled buffer; 0 is the end.
  func take(into target: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
    let index = emptied % Self.bufferCount
    let size = wait { emptied < filled ? counts[index] : isAtEnd ? 0 : nil }
    guard size > 0 else {
      if let error { throw error }
      return 0
    }
    let count = min(target.count, size - taken)
    let bytes = unsafe buffer(index)[taken..<taken + count]
    unsafe target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes))
    taken += count
    if taken == size {
      taken = 0
      locked { emptied += 1 }
    }
    return count
  }

  /// The thread's work.
  private func fill() {
    do {
      while let index = nextFree() {
        let count = try unsafe reader.read(into: buffer(index))
        if count == 0 { return locked { isAtEnd = true } }
        locked {
          counts[index] = count
          filled += 1
        }
      }
    } catch {
      locked {
        self.error = error
        isAtEnd = true
      }
    }
  }

  /// The buffer to be filled next, as soon as it is free; `nil` when nobody wants it.
  private func nextFree() -> Int? {
    let isWanted = wait {
      isStopped ? false : filled - emptied < Self.bufferCount ? true : nil
    }
    return isWanted ? filled % Self.bufferCount : nil
  }

  private func buffer(_ index: Int) -> UnsafeMutableRawBufferPointer {
    let start = index * Self.bufferSize
    return unsafe UnsafeMutableRawBufferPointer(rebasing: storage[start..<start + Self.bufferSize])
  }

  private func locked(_ change: () -> Void) {
    unsafe pthread_mutex_lock(mutex)
    change()
    unsafe pthread_cond_signal(changed)
    unsafe pthread_mutex_unlock(mutex)
  }

  /// Sleeps until `answer` is there, and gives it.
  private func wait<Answer>(until answer: () -> Answer?) -> Answer {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while true {
      if let answer = answer() { return answer }
      unsafe pthread_cond_wait(changed, mutex)
    }
  }
}
