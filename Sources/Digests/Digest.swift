internal import CCrypto

/// A cryptographic digest in the making.
@safe
public struct Digest: ~Copyable {
  /// The functions on offer.
  public enum Function: Sendable {
    /// 160 bits; for names only.
    case sha1
    /// 256 bits.
    case sha256
  }

  private let context: OpaquePointer
  private let function: Function

  /// A digest of nothing yet.
  ///
  /// The corresponding C function is `EVP_DigestInit_ex`.
  public init(_ function: Function) {
    guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("no memory is left") }
    unsafe self.context = context
    self.function = function
    begin()
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  private func begin() {
    let method = unsafe function == .sha1 ? EVP_sha1() : EVP_sha256()
    Self.check(unsafe EVP_DigestInit_ex(context, method, nil))
  }

  /// The one place where libcrypto's codes are looked at.
  private static func check(_ code: Int32) {
    precondition(code == 1, "libcrypto makes no digest")
  }

  /// Adds bytes.
  ///
  /// The corresponding C function is `EVP_DigestUpdate`.
  public mutating func append(_ bytes: borrowing Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      Self.check(unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count))
    }
  }

  /// The digest of all bytes, in lower-case hexadecimal digits; after it a new one begins.
  ///
  /// The corresponding C function is `EVP_DigestFinal_ex`.
  public mutating func finish() -> String {
    var value = InlineArray<64, UInt8>(repeating: 0)
    var count: UInt32 = 0
    var span = value.mutableSpan
    unsafe span.withUnsafeMutableBufferPointer { buffer in
      Self.check(unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, &count))
    }
    begin()
    var text = [UInt8]()
    text.reserveCapacity(2 * Int(count))
    for index in 0..<Int(count) {
      text.append(Self.digit(value[index] >> 4))
      text.append(Self.digit(value[index] & 15))
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }

  /// The digest of a text's UTF-8, in lower-case hexadecimal digits.
  public static func hexadecimal(_ function: Function, of text: String) -> String {
    var digest = Digest(function)
    digest.append(Array(text.utf8).span)
    return digest.finish()
  }
}
