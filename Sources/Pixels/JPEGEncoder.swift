internal import CTurboJPEG

/// An encoder of JPEG: TurboJPEG's handle.
@safe
struct JPEGEncoder: ~Copyable {
  private let handle: tjhandle

  init() throws(PixelError) {
    guard let handle = unsafe tjInitCompress() else { throw PixelError("no memory for JPEG") }
    unsafe self.handle = handle
  }

  deinit { unsafe tjDestroy(handle) }

  /// A JPEG of red, green and blue, a byte each and perhaps one more that is left out, with half
  /// of the colours' rows and columns; `quality` is 1...100.
  ///
  /// The corresponding C function is `tjCompress2`.
  func encode(_ pixels: borrowing PixelRows, quality: Int) throws(PixelError) -> [UInt8] {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count: UInt = 0
    defer { unsafe tjFree(bytes) }
    let format = pixels.pixelSize == 3 ? TJPF_RGB : TJPF_RGBX
    let (width, height) = (Int32(pixels.width), Int32(pixels.height))
    let code = unsafe pixels.bytes.withUnsafeBufferPointer { pixels in
      unsafe tjCompress2(
        handle, pixels.baseAddress, width, 0, height, Int32(format.rawValue), &bytes, &count,
        Int32(TJSAMP_420.rawValue), Int32(quality), TJFLAG_ACCURATEDCT)
    }
    if code != 0 { throw PixelError(unsafe String(cString: tjGetErrorStr2(handle))) }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }
}
