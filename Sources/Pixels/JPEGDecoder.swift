internal import CTurboJPEG

/// A decoder of JPEG: TurboJPEG's handle, for one picture.
///
/// What a picture sets in it, tables and the state in which an error left it, would count for the
/// next one.
@safe
struct JPEGDecoder: ~Copyable {
  private let handle: tjhandle

  init() throws(PixelError) {
    guard let handle = unsafe tjInitDecompress() else { throw PixelError("no memory for JPEG") }
    unsafe self.handle = handle
  }

  deinit { unsafe tjDestroy(handle) }

  /// What a JPEG's header says.
  struct Header {
    let width: Int
    let height: Int
    let isGrey: Bool
    /// Of print: its four colours are no brightness, and others know better what to do.
    let hasFourColours: Bool
  }

  /// The corresponding C function is `tjDecompressHeader3`.
  func header(of bytes: borrowing Span<UInt8>) throws(PixelError) -> Header {
    var (width, height, sampling, space) = (Int32(0), Int32(0), Int32(0), Int32(0))
    let code = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe tjDecompressHeader3(
        handle, bytes.baseAddress, UInt(bytes.count), &width, &height, &sampling, &space)
    }
    _ = try isWhole(code)
    // Of a file that is cut within its header it tells no error, but no size either; and to decode
    // to none is to it to decode to that of the picture, for which our memory has no room.
    guard width > 0, height > 0 else { throw PixelError("holds no picture") }
    return Header(
      width: Int(width), height: Int(height), isGrey: space == Int32(TJCS_GRAY.rawValue),
      hasFourColours: [TJCS_CMYK, TJCS_YCCK].contains { Int32($0.rawValue) == space })
  }

  /// The brightness, in a picture of 1/1, 1/2, 1/4 or 1/8 of the size: the smallest whose
  /// sides are at least `least` pixels, where there is one.
  func grey(
    _ bytes: borrowing Span<UInt8>, _ header: Header, least: Int
  ) throws(PixelError) -> Raster {
    let divisor = [8, 4, 2].first { min(header.width, header.height) / $0 >= least } ?? 1
    return try decode(bytes, header, divisor: divisor, pixelSize: 1)
  }

  /// Red, green and blue and a byte more, in a picture of 1/`divisor` of the size: 1, 2, 4 or 8.
  func colours(
    _ bytes: borrowing Span<UInt8>, _ header: Header, divisor: Int
  ) throws(PixelError) -> Raster {
    try decode(bytes, header, divisor: divisor, pixelSize: 4)
  }

  /// All pixels as they are: brightness, or red, green and blue.
  func whole(_ bytes: borrowing Span<UInt8>, _ header: Header) throws(PixelError) -> Raster {
    try decode(bytes, header, divisor: 1, pixelSize: header.isGrey ? 1 : 3)
  }

  private func decode(
    _ bytes: borrowing Span<UInt8>, _ header: Header, divisor: Int, pixelSize: Int
  ) throws(PixelError) -> Raster {
    let (width, height) = (header.width.scaled(by: divisor), header.height.scaled(by: divisor))
    // It stops where the first thing is wrong: so little memory is touched for a header that
    // tells of more pixels than there are.
    var raster = Raster(width: width, height: height, pixelSize: pixelSize, bytes: [])
    if try isWhole(decode(bytes, into: &raster, TJFLAG_STOPONWARNING)) { return raster }
    try checkRest(of: bytes)
    _ = try isWhole(decode(bytes, into: &raster, 0))
    return raster
  }

  /// The corresponding C function is `tjDecompress2`.
  private func decode(
    _ bytes: borrowing Span<UInt8>, into raster: inout Raster, _ flags: Int32
  ) -> Int32 {
    let format = [1: TJPF_GRAY, 3: TJPF_RGB][raster.pixelSize] ?? TJPF_RGBX
    let count = raster.width * raster.height * raster.pixelSize
    var code: Int32 = 0
    let (width, height) = (Int32(raster.width), Int32(raster.height))
    let bytes = copy bytes
    unsafe raster.bytes = [UInt8](unsafeUninitializedCapacity: count) { pixels, initialized in
      code = unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe tjDecompress2(
          handle, bytes.baseAddress, UInt(bytes.count), pixels.baseAddress, width, 0, height,
          Int32(format.rawValue), flags | TJFLAG_LIMITSCANS)
      }
      initialized = code == 0 || flags & TJFLAG_STOPONWARNING == 0 ? count : 0
    }
    return code
  }

  /// The one place where TurboJPEG's codes are looked at: whether it has nothing to complain of.
  ///
  /// Of what it only warns, bytes between the parts of a picture take nothing from it: false.
  private func isWhole(_ code: Int32) throws(PixelError) -> Bool {
    if code == 0 { return true }
    let message = unsafe String(cString: tjGetErrorStr2(handle))
    let isWarning = unsafe tjGetErrorCode(handle) == Int32(TJERR_WARNING.rawValue)
    if isWarning, message.contains("extraneous bytes") { return false }
    throw PixelError(message)
  }

  /// Decodes a picture once more, to nowhere, and passes over bytes between its parts.
  /// - Throws: `PixelError` where anything else is wrong.
  func checkRest(of bytes: borrowing Span<UInt8>) throws(PixelError) {
    var message = [CChar](repeating: 0, count: Int(JMSG_LENGTH_MAX))
    let code = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe jpeg_check(bytes.baseAddress, UInt(bytes.count), &message)
    }
    if code == 0 { return }
    throw PixelError(
      String(decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
  }
}

extension Int {
  /// A side of a picture that is decoded to a part of its size, as TJSCALED rounds.
  func scaled(by divisor: Int) -> Int { (self + divisor - 1) / divisor }
}
