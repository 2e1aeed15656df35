internal import ByteStreams
internal import Invocation
public import Transfers

/// Passwords out of files.
public enum Passwords {
  /// The name and the password for a host, from `~/.netrc` or the file that NETRC names.
  /// - Throws: `Failure` where there are none, `StreamError` where the file can't be read.
  public static func fromNetrc(for host: String) throws -> Credentials {
    let path = Environment["NETRC"] ?? Environment["HOME"].map { "\($0)/.netrc" } ?? ".netrc"
    let text = try Descriptor.reading(path).readAll(limit: 1 << 20)
    guard let found = Netrc(String(decoding: text, as: UTF8.self)).credentials(for: host) else {
      throw Failure(.notPermitted, "\(path): no login and password for \(host)")
    }
    return found
  }

  /// The first line of a file, or of the standard input where `path` is `-`.
  /// - Throws: `Failure` where it is empty, `StreamError` where the file can't be read.
  public static func firstLine(of path: String) throws -> String {
    let text = try Descriptor.input(path).readAll(limit: 1 << 16)
    let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
    if line.isEmpty { throw Failure(.notPermitted, "\(path): the first line is empty") }
    return String(decoding: line, as: UTF8.self)
  }
}
