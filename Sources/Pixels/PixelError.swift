/// Why a picture can't be decoded; `description` is the whole message.
public struct PixelError: Error, Equatable, CustomStringConvertible {
  /// The decoder's own words, or ours.
  public let description: String

  init(_ description: String) { self.description = description }

  /// There are more pixels than are decoded.
  static func tooLarge(_ width: Int, _ height: Int) -> PixelError {
    PixelError("\(width)×\(height) pixels are more than are decoded")
  }
}
