/// A box into which a picture is made to fit; a side that is `nil` has no limit.
struct SizeBox {
  let width: Int?
  let height: Int?

  /// Whether a square box of `side` is smaller and lies within, so that what fits into that is
  /// never larger than what fits into this.
  func allows(_ side: Int) -> Bool {
    let sides = [width, height].compactMap { $0 }
    return !sides.isEmpty && sides.allSatisfy { side <= $0 } && sides.contains { side < $0 }
  }
}
