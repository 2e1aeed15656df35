/// A smaller variant of a picture, as its host makes it.
///
/// What is known of hosts stands in the types named after them. Where a URL is not surely of
/// the form that its host's rule is about, there is no variant.
public struct SizeVariant: Equatable, Sendable {
  /// Its URL: of the same scheme, host and port as that of the picture.
  public let url: String
  /// Hosts beside its own, in small letters, to which it may be redirected and still be the
  /// picture; hosts send to others what they don't have.
  public let furtherHosts: [String]

  /// The smallest variant of the picture at `url` whose longer side has at least `side` pixels,
  /// or all that the picture has; `nil` where the picture itself is to be asked for.
  public init?(of url: String, side: Int) {
    guard side > 0, let address = PictureAddress(url) else { return nil }
    for rule in Self.rules {
      if let variant = rule.variant(of: address, side: side) {
        self.url = variant.text
        furtherHosts = rule.furtherHosts
        return
      }
    }
    return nil
  }

  /// The hosts that have their own rule come before what any host may have.
  private static let rules: [any SizeRule.Type] = [
    INaturalist.self, WikimediaFile.self, WikimediaThumbnail.self, WikimediaRedirect.self,
    Flickr.self, PlantNet.self, HarvardImages.self, ImageService.self,
  ]
}
