/// The characters of a value, as they stand in the record.
public struct Text: ~Escapable {
  /// The bytes, between the quotes of a string.
  public let raw: Span<UInt8>
  /// Whether there may be escapes among them.
  public let isEscaped: Bool

  @_lifetime(copy quoted)
  init(quoted: Span<UInt8>) {
    raw = quoted.extracting(1..<quoted.count - 1)
    isEscaped = StringMark.first(in: quoted, from: 1) < quoted.count - 1
  }

  @_lifetime(copy raw)
  init(plain raw: Span<UInt8>) {
    self.raw = raw
    isEscaped = false
  }

  /// Whether the characters are these, in UTF-8.
  public func equals(_ bytes: ArraySlice<UInt8>) -> Bool {
    withBytes { text in
      guard text.count == bytes.count else { return false }
      return text.indices.allSatisfy { text[$0] == bytes[bytes.startIndex + $0] }
    }
  }

  /// Calls `body` with the characters in UTF-8; half a surrogate pair becomes U+FFFD.
  public func withBytes<Result>(_ body: (borrowing Span<UInt8>) -> Result) -> Result {
    if !isEscaped { return body(raw) }
    let decoded = decoded
    return body(decoded.span)
  }

  /// The characters as a string.
  public var string: String {
    withBytes { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The keyed hash of the characters.
  public func hash(seed: UInt64 = 0) -> UInt64 {
    var hash = SipHash(k0: seed)
    withBytes { hash.append($0) }
    return hash.finish()
  }

  private var decoded: [UInt8] {
    var decoder = EscapeDecoder()
    var offset = 0
    while offset < raw.count {
      if raw[offset] == UInt8(ascii: "\\"), let escape = Escape(in: raw, at: offset) {
        decoder.append(unit: escape.unit)
        offset += escape.length
      } else {
        decoder.append(byte: raw[offset])
        offset += 1
      }
    }
    return decoder.finish()
  }
}

/// Puts bytes and escaped UTF-16 code units together to UTF-8.
private struct EscapeDecoder {
  private var bytes = [UInt8]()
  private var high: UInt16?

  mutating func append(byte: UInt8) {
    endPair()
    bytes.append(byte)
  }

  mutating func append(unit: UInt16) {
    if let high, UTF16.isTrailSurrogate(unit) {
      self.high = nil
      append(UTF16.decode(UTF16.EncodedScalar([high, unit])))
    } else {
      endPair()
      if UTF16.isLeadSurrogate(unit) {
        high = unit
      } else {
        append(Unicode.Scalar(unit) ?? "\u{FFFD}")
      }
    }
  }

  mutating func finish() -> [UInt8] {
    endPair()
    return bytes
  }

  private mutating func endPair() {
    if high == nil { return }
    high = nil
    append("\u{FFFD}")
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    bytes.append(contentsOf: scalar.utf8)
  }
}
