/// What is known of the sizes of pictures at a host.
protocol SizeRule: Sendable {
  /// The address of the smallest variant whose longer side has at least `side` pixels, or all
  /// that the picture has; `nil` where the rule is not about this address, or the picture
  /// there is not larger than that.
  static func variant(of picture: PictureAddress, side: Int) -> PictureAddress?

  /// Hosts to which a variant is redirected.
  static var furtherHosts: [String] { get }
}

extension SizeRule {
  static var furtherHosts: [String] { [] }
}
