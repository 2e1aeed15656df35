internal import CMalloc

/// What becomes of memory that is not needed any more.
public enum FreedMemory {
  private static let most: Int32 = 32 << 20
  private static let largestPiece: Int32 = 1 << 20

  /// Keeps up to 32 MiB of it for the next picture, for the whole process: to give it back and
  /// ask for it again costs more than to fill it.
  ///
  /// The corresponding C function is `mallopt`; where it fails, all works as before.
  public static func keep() {
    mallopt(M_TRIM_THRESHOLD, most)
    mallopt(M_MMAP_THRESHOLD, largestPiece)
  }
}
