/// One line of an input, lent by its reader until the next is asked for.
public struct Line: ~Escapable {
  /// The bytes without their line end (`\n` or `\r\n`).
  public let bytes: Span<UInt8>
  /// The name of its input.
  public let input: String
  /// Counted from 1 in its input.
  public let number: Int
  /// Counted from 1 in all inputs of its reader.
  public let ordinal: Int
  /// Whether these are all of the line's bytes.
  ///
  /// A line over the reader's limit comes in pieces of which none is whole.
  public let isWhole: Bool
  /// Whether the line begins here: false for all pieces of a line but the first.
  public let isStart: Bool
  /// Whether the line ends here: false for all pieces of a line but the last.
  public let isEnd: Bool

  @_lifetime(copy bytes)
  init(
    _ bytes: Span<UInt8>, input: String, number: Int, ordinal: Int? = nil, isWhole: Bool,
    isStart: Bool, isEnd: Bool
  ) {
    self.bytes = bytes
    self.input = input
    self.number = number
    self.ordinal = ordinal ?? number
    self.isWhole = isWhole
    self.isStart = isStart
    self.isEnd = isEnd
  }
}
