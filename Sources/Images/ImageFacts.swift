/// What was found so far in a file of a known kind.
struct ImageFacts: Equatable {
  /// Pixels in a row, from 1 up.
  private(set) var width: Int?
  /// Rows, from 1 up.
  private(set) var height: Int?
  /// 1...8; what is set outside of it is passed over, and the first one counts.
  var orientation: Int? {
    didSet {
      if oldValue != nil || !(1...8 ~= orientation ?? 0) { orientation = oldValue }
    }
  }
  var isComplete = false

  /// Takes a size; a side of nothing is one that the file does not say.
  mutating func setSize(_ width: Int?, _ height: Int?) {
    self.width = width.flatMap { $0 > 0 ? $0 : nil }
    self.height = height.flatMap { $0 > 0 ? $0 : nil }
  }
}
