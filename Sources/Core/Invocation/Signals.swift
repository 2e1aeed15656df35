internal import Glibc
internal import Synchronization

/// The signals that a tool answers itself.
///
/// The first INT or TERM is noted, so that what is in flight can be finished; the second
/// ends the tool at once. A write to nobody is an error of the writer (EPIPE), never a
/// signal, so that a broken socket can't end a tool.
public enum Signals {
  private static let received = Atomic<Int32>(0)
  private static let asked = Atomic<Bool>(false)

  /// The INT or TERM that arrived, if one did.
  public static var interruption: Int32? {
    let signal = received.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// Whether USR1 arrived since the last call: someone wants to see the state.
  public static func takeStateRequest() -> Bool {
    asked.exchange(false, ordering: .relaxed)
  }

  static func install() {
    handle(SIGINT, interrupt)
    handle(SIGTERM, interrupt)
    handle(SIGUSR1) { _ in Signals.asked.store(true, ordering: .relaxed) }
    signal(SIGPIPE, SIG_IGN)
  }

  /// After the first INT or TERM both end the process, as they would have without us.
  private static let interrupt: @convention(c) (Int32) -> Void = { number in
    Signals.received.store(number, ordering: .relaxed)
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }

  private static func handle(_ number: Int32, _ handler: @convention(c) (Int32) -> Void) {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = handler
    action.sa_flags = number == SIGUSR1 ? SA_RESTART : 0
    unsafe sigaction(number, &action, nil)
  }

  /// Ends the process as the signal would have ended it, so that the shell sees it.
  static func die(of number: Int32) -> Never {
    signal(number, SIG_DFL)
    kill(getpid(), number)
    // Only a signal that the parent had blocked comes here.
    exit(128 + number)
  }
}
