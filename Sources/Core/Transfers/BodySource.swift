/// Gives the body that is sent with a request, as often as that is sent.
public protocol BodySource: AnyObject, Sendable {
  /// How many bytes there are.
  var size: Int { get }
  /// Fills a buffer with bytes from `offset` on, which is before the end, and none beyond that;
  /// tells how many they are, at least one; `nil` where they can't be had, which ends the transfer.
  func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) -> Int?
}
