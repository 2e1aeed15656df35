internal import Glibc

/// How many files and connections a process may have open.
public enum DescriptorLimit {
  /// Raises the limit as far as the system lets.
  ///
  /// The corresponding C function is `setrlimit`.
  public static func raise() {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
