/// Makes UTF-8 of another encoding, piece by piece.
struct CharacterDecoder {
  private let encoding: TextEncoding
  /// The first half of a code unit whose second is in the next piece.
  private var half: UInt8?
  /// The first half of a surrogate pair.
  private var high: UInt16?

  /// What stands for bytes that are no character: never a part of UTF-8.
  private static let invalid: UInt8 = 0xFF

  /// `nil` for UTF-8, of which nothing needs to be made.
  init?(_ encoding: TextEncoding) {
    if encoding == .utf8 { return nil }
    self.encoding = encoding
  }

  /// A piece of text as UTF-8.
  static func utf8(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> ArraySlice<UInt8> {
    guard var decoder = CharacterDecoder(encoding) else { return bytes }
    return unsafe [UInt8](unsafeUninitializedCapacity: 3 * bytes.count) { output, count in
      unsafe bytes.withUnsafeBytes { input in
        unsafe count = decoder.decode(input, into: UnsafeMutableRawBufferPointer(output))
      }
    }[...]
  }

  /// Decodes all of `input`, and says how many bytes it wrote.
  ///
  /// Without input it ends the text. `input` may be the last quarter of `output`: what is read
  /// is never written over before.
  mutating func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Int {
    var writer = unsafe Writer(output)
    for index in input.indices {
      let byte = unsafe input[index]
      switch encoding {
      case .latin1: writer.append(UInt32(byte))
      case .windows1252: writer.append(Self.windows1252(byte))
      default: append(byte, to: &writer)
      }
    }
    if unsafe input.isEmpty, half != nil || high != nil {
      (half, high) = (nil, nil)
      writer.append(nil)
    }
    return writer.count
  }

  private mutating func append(_ byte: UInt8, to writer: inout Writer) {
    guard let first = half else {
      half = byte
      return
    }
    half = nil
    let (low, high) = encoding == .utf16BigEndian ? (byte, first) : (first, byte)
    append(unit: UInt16(high) << 8 | UInt16(low), to: &writer)
  }

  private mutating func append(unit: UInt16, to writer: inout Writer) {
    if let high {
      self.high = nil
      if UTF16.isTrailSurrogate(unit) {
        return writer.append(0x10000 + (UInt32(high) & 0x3FF) << 10 + UInt32(unit) & 0x3FF)
      }
      writer.append(nil)
    }
    if UTF16.isLeadSurrogate(unit) {
      high = unit
    } else {
      writer.append(UTF16.isTrailSurrogate(unit) ? nil : UInt32(unit))
    }
  }

  /// The characters of 0x80...0x9F in windows-1252; 0 where there is none.
  private static let windows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  private static func windows1252(_ byte: UInt8) -> UInt32? {
    guard 0x80..<0xA0 ~= byte else { return UInt32(byte) }
    let character = windows1252[Int(byte) - 0x80]
    return character == 0 ? nil : UInt32(character)
  }

  /// Writes UTF-8 (RFC 3629 section 3).
  @safe private struct Writer {
    private let output: UnsafeMutableRawBufferPointer
    private(set) var count = 0

    init(_ output: UnsafeMutableRawBufferPointer) { unsafe self.output = unsafe output }

    mutating func append(_ character: UInt32?) {
      guard let character else { return put(CharacterDecoder.invalid) }
      switch character {
      case 0..<0x80: put(UInt8(character))
      case 0..<0x800:
        put(0xC0 | UInt8(character >> 6))
        put(continuation: character)
      case 0..<0x10000:
        put(0xE0 | UInt8(character >> 12))
        put(continuation: character >> 6)
        put(continuation: character)
      default:
        put(0xF0 | UInt8(character >> 18))
        put(continuation: character >> 12)
        put(continuation: character >> 6)
        put(continuation: character)
      }
    }

    private mutating func put(continuation bits: UInt32) { put(0x80 | UInt8(bits & 0x3F)) }

    private mutating func put(_ byte: UInt8) {
      unsafe output[count] = byte
      count += 1
    }
  }
}
