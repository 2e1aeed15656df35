/// When two pictures are the same.
enum Notion: Equatable, Sendable {
  /// When their files have the same bytes.
  case exact
  /// When they decode to the same pixels.
  case pixels
  /// When the hashes of what they look like differ in at most so many of 64 bits.
  case similar(radius: Int)

  /// Whether files must be decoded.
  var decodes: Bool { self != .exact }

  /// The largest radius: with more, pictures that have nothing in common come together.
  static let largestRadius = 16
}
