/// A record that came in and has not left.
struct Arrival {
  /// How many came before it.
  let number: Int
  let line: [UInt8]
}
