/// Writes pictures of bytes, uncompressed.
enum Encoder {
  /// A PNG (ISO/IEC 15948) of 1, 2, 3 or 4 samples a pixel; `chunks` stand before the pixels.
  static func png(
    _ width: Int, _ height: Int, pixelSize: Int, _ pixels: [UInt8], chunks: [UInt8] = []
  ) -> [UInt8] {
    let colour: UInt8 = [0, 4, 2, 6][pixelSize - 1]
    let stride = width * pixelSize
    let rows = (0..<pixels.count / max(stride, 1)).flatMap { row in
      [0] + pixels[row * stride..<(row + 1) * stride]
    }
    return [0x89] + Array("PNG\r\n\u{1A}\n".utf8)
      + chunk("IHDR", big(width, 4) + big(height, 4) + [8, colour, 0, 0, 0]) + chunks
      + chunk("IDAT", zlib(rows)) + chunk("IEND", [])
  }

  static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + content
    return big(content.count, 4) + named + big(Int(crc(named)), 4)
  }

  /// Stored blocks (RFC 1951 section 3.2.4) between the head and the sum of RFC 1950.
  static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    let starts = stride(from: 0, to: bytes.count, by: 0xFFFF)
    let blocks = starts.flatMap { start in
      let block = bytes[start..<min(start + 0xFFFF, bytes.count)]
      let isLast: UInt8 = start + 0xFFFF >= bytes.count ? 1 : 0
      return [isLast] + little(block.count, 2) + little(~block.count, 2) + block
    }
    return [0x78, 0x01] + blocks + big(adler(bytes), 4)
  }

  private static func adler(_ bytes: [UInt8]) -> Int {
    var (low, high) = (1, 0)
    for byte in bytes {
      low = (low + Int(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return high << 16 | low
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 0 ? 0 : 0xEDB8_8320) }
    }
  }

  /// A PNG of one grey of 16 bits.
  static func png16(_ width: Int, _ height: Int, grey: Int) -> [UInt8] {
    let row: [UInt8] = [0] + (0..<width).flatMap { _ in big(grey, 2) }
    let rows: [UInt8] = (0..<height).flatMap { _ in row }
    return [0x89] + Array("PNG\r\n\u{1A}\n".utf8)
      + chunk("IHDR", big(width, 4) + big(height, 4) + [16, 0, 0, 0, 0])
      + chunk("IDAT", zlib(rows)) + chunk("IEND", [])
  }

  /// A TIFF 6.0 of one strip, of cyan, magenta, yellow and black.
  static func tiff(_ width: Int, _ height: Int, inks: [UInt8]) -> [UInt8] {
    let pixels: [UInt8] = (0..<width * height).flatMap { _ in inks }
    let bits = 8 + 2 + 9 * 12 + 4
    let entries = [
      (256, 1, width), (257, 1, height), (258, 4, bits), (259, 1, 1), (262, 1, 5),
      (273, 1, bits + 16), (277, 1, 4), (278, 1, height), (279, 1, pixels.count),
    ]
    let table: [UInt8] = entries.flatMap {
      little($0, 2) + little(4, 2) + little($1, 4) + little($2, 4)
    }
    let depths: [UInt8] = (0..<4).flatMap { _ in little(8, 4) }
    return Array("II".utf8) + little(42, 2) + little(8, 4) + little(entries.count, 2) + table
      + little(0, 4) + depths + pixels
  }

  /// A TIFF 6.0 of one strip, grey.
  static func tiff(_ width: Int, _ height: Int, _ pixels: [UInt8]) -> [UInt8] {
    let entries = [
      (256, width), (257, height), (258, 8), (259, 1), (262, 1), (273, 8 + 2 + 9 * 12 + 4),
      (277, 1), (278, height), (279, pixels.count),
    ]
    let table = entries.flatMap { little($0, 2) + little(4, 2) + little(1, 4) + little($1, 4) }
    return Array("II".utf8) + little(42, 2) + little(8, 4) + little(entries.count, 2) + table
      + little(0, 4) + pixels
  }

  /// A segment of a JPEG behind its first two bytes.
  static func jpeg(_ bytes: [UInt8], with marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    bytes[..<2] + [0xFF, marker] + big(content.count + 2, 2) + content + bytes[2...]
  }

  /// What APP1 of a JPEG says of its orientation, or of nothing but a maker where that is `nil`.
  static func exif(_ orientation: Int?) -> [UInt8] {
    Array("Exif\0\0".utf8) + directory(orientation)
  }

  /// The TIFF within EXIF: one entry.
  static func directory(_ orientation: Int?) -> [UInt8] {
    let entry =
      orientation.map { big(274, 2) + big(3, 2) + big(1, 4) + big($0, 2) + [0, 0] }
      ?? big(271, 2) + big(2, 2) + big(4, 4) + Array("Ape\0".utf8)
    return Array("MM".utf8) + big(42, 2) + big(8, 4) + big(1, 2) + entry + big(0, 4)
  }
}
