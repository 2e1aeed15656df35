internal import Glibc

/// The variables of the environment.
public enum Environment {
  /// The value of a variable; `nil` where it is not set or empty.
  ///
  /// The corresponding C function is `getenv`.
  public static subscript(name: String) -> String? {
    guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { return nil }
    return unsafe String(cString: value)
  }
}
