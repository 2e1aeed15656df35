import Pixels

/// What a record has to show.
enum Standing {
  /// A picture.
  case picture(Picture)
  /// No picture, as the record says itself, or as its file does; whether it is a failure.
  case none(isFailed: Bool)
}

/// What is known of the picture of a record.
struct Picture {
  /// What makes it equal to others: its bytes or its pixels.
  let hash: PictureHash
  /// How many pixels its file has; 0 where that is not known.
  var area = 0
  /// What it looks like; where that matters.
  var fingerprint: Fingerprint?
}
