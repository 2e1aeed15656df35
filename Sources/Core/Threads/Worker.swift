internal import Glibc

/// A thread that does one thing after the other.
public final class Worker: @unchecked Sendable {
  private let body: () -> Void
  private var thread = pthread_t()

  /// How many processors there are for threads to run on.
  ///
  /// The corresponding C function is `sysconf`.
  public static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Starts a thread that runs `body`.
  ///
  /// The corresponding C function is `pthread_create`.
  public init(_ body: @escaping () -> Void) throws(ThreadError) {
    self.body = body
    let context = unsafe Unmanaged.passRetained(self)
    // The signals of the tool are answered by its first thread.
    var all = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_BLOCK, &all, &before)
    let code = unsafe pthread_create(&thread, nil, run, context.toOpaque())
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    if code == 0 { return }
    unsafe context.release()
    throw ThreadError(code: code)
  }

  /// Waits until `body` returned.
  ///
  /// The corresponding C function is `pthread_join`.
  public func join() { pthread_join(thread, nil) }

  fileprivate func start() { body() }
}

private let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
  guard let context = unsafe $0 else { return nil }
  unsafe Unmanaged<Worker>.fromOpaque(context).takeRetainedValue().start()
  return nil
}
