internal import CPCRE2

/// A regular expression of PCRE2, compiled; letters are those of Unicode.
///
/// A match ends after a number of steps, so that no pattern hangs on a value.
@safe public final class RegularExpression {
  /// The default of PCRE2 is ten million, which takes seconds.
  private static let matchLimit: UInt32 = 1_000_000
  private static let depthLimit: UInt32 = 100_000
  private static let heapLimit: UInt32 = 20_000

  private let code: OpaquePointer
  private let data: OpaquePointer
  private let context: OpaquePointer

  /// Compiles `pattern`; matches anywhere in a value unless it is anchored.
  /// - Throws: `RegularExpressionError`.
  public init(_ pattern: String, ignoringCase: Bool = false) throws(RegularExpressionError) {
    var error: Int32 = 0
    var offset = 0
    let bytes = Array(pattern.utf8)
    let options = UInt32(PCRE2_UTF | PCRE2_UCP) | (ignoringCase ? UInt32(PCRE2_CASELESS) : 0)
    guard let code = unsafe pcre2_8_compile(bytes, bytes.count, options, &error, &offset) else {
      let before = String(decoding: bytes.prefix(offset), as: UTF8.self)
      throw .pattern(offset: before.count, reason: Self.message(for: error))
    }
    guard let data = unsafe pcre2_8_match_data(), let context = unsafe pcre2_8_match_context()
    else {
      preconditionFailure("there is no memory for a regular expression")
    }
    unsafe self.code = unsafe code
    unsafe self.data = unsafe data
    unsafe self.context = unsafe context
    // Where it can't be translated to machine code, it is interpreted.
    unsafe pcre2_8_jit(code)
    unsafe pcre2_8_limits(context, Self.matchLimit, Self.depthLimit, Self.heapLimit)
  }

  deinit { unsafe pcre2_8_free(code, data, context) }

  /// Whether it matches somewhere in `text`, which is UTF-8.
  /// - Throws: `RegularExpressionError`.
  public func matches(_ text: borrowing Span<UInt8>) throws(RegularExpressionError) -> Bool {
    let result = unsafe text.withUnsafeBufferPointer { bytes in
      // An empty text has no address.
      let empty: [UInt8] = [0]
      guard let start = bytes.baseAddress else {
        return unsafe pcre2_8_match(code, empty, 0, data, context)
      }
      return unsafe pcre2_8_match(code, start, bytes.count, data, context)
    }
    switch result {
    case 0...: return true
    case PCRE2_ERROR_NOMATCH: return false
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT,
      PCRE2_ERROR_JIT_STACKLIMIT:
      throw .limit
    default: throw .other(result)
    }
  }

  private static func message(for error: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = unsafe pcre2_8_message(error, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
  }
}
