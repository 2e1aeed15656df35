internal import Images

/// Why a picture can't be decoded; `description` is the whole message.
public struct PixelError: Error, Equatable, CustomStringConvertible {
  /// TurboJPEG's own words, or ours.
  public let description: String

  init(_ description: String) { self.description = description }

  /// libvips does not decode it: in words that are the same whatever other threads do.
  static func undecodable(_ header: ImageHeader) -> PixelError {
    let kind = header.kind.rawValue.uppercased()
    if !header.isComplete { return PixelError("the \(kind) breaks off before its end") }
    return PixelError("libvips does not decode this \(kind)")
  }

  /// There are more pixels than are decoded.
  static func tooLarge(_ width: Int, _ height: Int) -> PixelError {
    PixelError("\(width)×\(height) pixels are more than are decoded")
  }
}
