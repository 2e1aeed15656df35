/// A line that does not come from a reader, held so that it can be lent like one that does.
public struct HeldLine: ~Copyable {
  private var buffer: RawBuffer
  private let input: String
  private let number: Int

  /// A copy of these bytes, as line `number` of `input`.
  public init(_ bytes: [UInt8], input: String = "", number: Int = 1) {
    buffer = RawBuffer(capacity: bytes.count)
    self.input = input
    self.number = number
    unsafe bytes.withUnsafeBytes { unsafe buffer.append($0) }
  }

  /// The line.
  public var line: Line {
    @_lifetime(borrow self)
    get {
      let bytes = unsafe UnsafeBufferPointer<UInt8>(
        start: buffer.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), count: buffer.count)
      let span = unsafe _overrideLifetime(bytes.span, borrowing: self)
      return Line(span, input: input, number: number, isWhole: true, isStart: true, isEnd: true)
    }
  }
}
