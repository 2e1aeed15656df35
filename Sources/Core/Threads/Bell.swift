internal import Glibc

/// Lets a thread that waits for descriptors hear that another has something for it.
public final class Bell: Sendable {
  /// Readable from a ring on until it is heard.
  public let descriptor: Int32
  private let sender: Int32

  /// A bell that did not ring; `nil` where there are no descriptors left.
  ///
  /// The corresponding C function is `pipe`.
  public init?() {
    var ends: InlineArray<2, Int32> = [0, 0]
    var span = ends.mutableSpan
    let result = unsafe span.withUnsafeMutableBufferPointer { ends in
      unsafe ends.baseAddress.map { unsafe pipe($0) } ?? -1
    }
    if result == -1 { return nil }
    (descriptor, sender) = (ends[0], ends[1])
    for end in [descriptor, sender] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  deinit {
    close(descriptor)
    close(sender)
  }

  /// Rings.
  public func ring() {
    var byte: UInt8 = 0
    _ = unsafe write(sender, &byte, 1)
  }

  /// Hears all rings so far; what was there before them can be had now.
  public func hear() {
    var bytes: UInt64 = 0
    while unsafe read(descriptor, &bytes, 8) > 0 {}
  }
}
