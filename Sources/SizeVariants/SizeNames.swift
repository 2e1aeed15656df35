/// The names under which a host has sizes, and the pixels of their longer sides.
struct SizeNames {
  /// From the smallest to the largest; only sizes that show the whole picture.
  private let sizes: KeyValuePairs<String, Int>
  /// The name of the picture as it was uploaded, if it is one of this series.
  private let original: String?

  init(_ sizes: KeyValuePairs<String, Int>, original: String? = nil) {
    self.sizes = sizes
    self.original = original
  }

  /// The name of the smallest size that is large enough, and smaller than that called `own`;
  /// `nil` where there is none, or `own` is no such name.
  func smaller(than own: String, side: Int) -> String? {
    let limit = own == original ? Int.max : sizes.first { $0.key == own }?.value
    guard let limit, let size = sizes.first(where: { $0.value >= side }), size.value < limit else {
      return nil
    }
    return size.key
  }
}
