/// A point of a ring, in degrees of WGS 84.
struct Position: Equatable {
  /// As it was written.
  let writtenLongitude: Double
  let latitude: Double
  /// How often the ring has gone round the world to come here, eastwards.
  ///
  /// It is kept apart so that a point that comes back to where it was written is exactly there.
  var turn = 0

  /// The longitude in a plane that goes on beyond ±180, as many turns further.
  func longitude(turnedBy turns: Int = 0) -> Double {
    writtenLongitude + 360 * Double(turn + turns)
  }
}
