import Fetching
import Invocation
import SizeVariants

/// A URL on its way, and the records that wait for it.
final class Job {
  let url: String
  /// The name that the picture gets first.
  let name: PictureName
  let body: FileBody<Settled>
  /// What earlier runs left of it.
  let earlier: OwnFiles
  /// The smaller variant that is asked for, until the picture itself is.
  var variant: SizeVariant?
  var attempts = 0
  private(set) var waiting: [(arrival: Arrival, name: PictureName)] = []

  init(url: String, name: PictureName, body: FileBody<Settled>, earlier: OwnFiles) {
    self.url = url
    self.name = name
    self.body = body
    self.earlier = earlier
  }

  /// The URL that is asked for.
  var asked: String { variant?.url ?? url }

  func wait(_ arrival: Arrival, for name: PictureName) { waiting.append((arrival, name)) }
}
