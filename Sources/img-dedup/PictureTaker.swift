import Records

/// Takes records one by one, each with what it has to show.
protocol PictureTaker: ~Copyable {
  mutating func take(_ record: borrowing Record, _ standing: Standing) throws
  /// Called before it is waited for further records.
  mutating func flush() throws
}
