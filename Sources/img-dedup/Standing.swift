/// What a record has to show.
enum Standing {
  /// A picture.
  case picture(PictureHash)
  /// No picture, as the record says itself; whether it tells of a failure.
  case none(isFailed: Bool)
  /// A file that should be there and can't be read: what `image` becomes, as JSON.
  case unreadable(image: [UInt8])
}
