/// A zip whose members are stored as they are, byte by byte (APPNOTE.TXT section 4.3).
enum ZipBytes {
  static func zip(_ members: [(name: String, text: String)], isEncrypted: Bool = false) -> [UInt8] {
    var file = [UInt8](), directory = [UInt8]()
    for (name, text) in members {
      let offset = file.count
      let header = header(of: name, Array(text.utf8), isEncrypted: isEncrypted)
      file += bytes(0x0403_4B50, 4) + header + Array(name.utf8) + Array(text.utf8)
      directory += bytes(0x0201_4B50, 4) + bytes(20, 2) + header
      directory += bytes(0, 2) + bytes(0, 2) + bytes(0, 2) + bytes(0, 4) + bytes(offset, 4)
      directory += Array(name.utf8)
    }
    let start = file.count
    let counts = bytes(members.count, 2) + bytes(members.count, 2)
    file += directory + bytes(0x0605_4B50, 4) + bytes(0, 2) + bytes(0, 2) + counts
    return file + bytes(directory.count, 4) + bytes(start, 4) + bytes(0, 2)
  }

  private static func header(of name: String, _ text: [UInt8], isEncrypted: Bool) -> [UInt8] {
    bytes(20, 2) + bytes(isEncrypted ? 1 : 0, 2) + bytes(0, 2) + bytes(0, 4)
      + bytes(Int(checksum(text)), 4) + bytes(text.count, 4) + bytes(text.count, 4)
      + bytes(name.utf8.count, 2) + bytes(0, 2)
  }

  private static func bytes(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 as in zip (reflected 0x04C11DB7).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1) * 0xEDB8_8320 }
    }
  }
}
