public import ByteStreams
internal import Digests
internal import Glibc
public import Transfers

/// An open regular file as the body of a request.
public final class FileSource: BodySource {
  /// Its state when it was taken up.
  public let state: FileState
  private let descriptor: Descriptor

  /// A file that stays open as long as this lives.
  /// - Throws: `StreamError` where it is no regular file.
  public init(_ descriptor: consuming Descriptor) throws(StreamError) {
    guard let state = FileState(ofDescriptor: descriptor.number) else {
      throw StreamError(.cannotOpen, descriptor.name, "is no regular file")
    }
    self.state = state
    self.descriptor = descriptor
  }

  /// How many bytes it had then.
  public var size: Int { state.bytes }

  /// Whether nobody wrote to it since.
  public var isUnchanged: Bool { FileState(ofDescriptor: descriptor.number) == state }

  /// Gives bytes; `nil` where there are fewer than there were.
  ///
  /// The corresponding C function is `pread`.
  public func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) -> Int? {
    let (number, rest) = (descriptor.number, size - offset)
    let count = unsafe buffer.withUnsafeMutableBufferPointer { bytes in
      var count = -1
      repeat {
        count = unsafe pread(number, bytes.baseAddress, min(bytes.count, rest), offset)
      } while count == -1 && errno == EINTR
      return count
    }
    return count > 0 ? count : nil
  }

  /// The SHA-256 of all its bytes, in lower-case hexadecimal digits.
  /// - Throws: `StreamError` where they can't be read.
  public func sha256() throws(StreamError) -> String {
    var digest = Digest(.sha256)
    var buffer = [UInt8](repeating: 0, count: min(max(size, 1), 1 << 18))
    var offset = 0
    while offset < size {
      var span = buffer.mutableSpan
      guard let count = read(into: &span, at: offset) else {
        throw StreamError(.inputOutput, descriptor.name, "can't be read to its end")
      }
      digest.append(buffer.span.extracting(first: count))
      offset += count
    }
    return digest.finish()
  }
}
