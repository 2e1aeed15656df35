import Testing

@testable import DarwinCore

struct CellTests {
  @Test(arguments: [
    (#""a ""b"" c""#, true), (#""""b""""#, true), (#""a""#, false), (#""""#, false),
    (#"""#, false), ("", false), (#""TUBY TOBY" CREEK""#, false), (#"a ""b"" c"#, false),
    (#""""a""#, true), (#""a"b""#, false),
  ])
  func `GBIF's quoting is told by pairs of quotes between quotes`(cell: String, isQuoted: Bool) {
    let bytes = Array(cell.utf8)
    let answer = unsafe bytes.withUnsafeBufferPointer { unsafe GBIFQuoting.isQuoted($0) }
    #expect(answer == isQuoted)
  }

  @Test(
    arguments: [
      ([0x61], "a", 0), ([0x22, 0x5C, 0x0A, 0x01], #"\"\\\n\u0001"#, 0),
      (Array("é€😀".utf8), "é€😀", 0), ([0xFF, 0x61], "\u{FFFD}a", 1), ([0xC3], "\u{FFFD}", 1),
      ([0xE2, 0x82, 0x61], "\u{FFFD}a", 1), ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
      ([0xC0, 0x80], "\u{FFFD}\u{FFFD}", 2),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", 4),
    ] as [([UInt8], String, Int)])
  func `bytes become text of a string of JSON`(bytes: [UInt8], text: String, replaced: Int) {
    var buffer = JSONBuffer(capacity: 6 * bytes.count)
    unsafe bytes.withUnsafeBufferPointer { unsafe buffer.append(escaping: $0) }
    #expect(unsafe String(decoding: buffer.bytes, as: UTF8.self) == text)
    #expect(buffer.replacements == replaced)
  }

  @Test(
    arguments: [
      (TextEncoding.latin1, [0x4E, 0x6F, 0xE9], "Noé"), (.windows1252, [0x80, 0x92], "€’"),
      (.utf16LittleEndian, [0x61, 0, 0x3D, 0xD8, 0, 0xDE], "a😀"),
      (.utf16BigEndian, [0, 0x61, 0xD8, 0x3D, 0xDE, 0], "a😀"),
    ] as [(TextEncoding, [UInt8], String)])
  func `other encodings become UTF-8, however they are cut`(
    encoding: TextEncoding, bytes: [UInt8], text: String
  ) throws {
    for size in 1...bytes.count {
      var decoder = try #require(CharacterDecoder(encoding))
      var result = [UInt8]()
      var rest = bytes[...]
      while !rest.isEmpty {
        result += decode(Array(rest.prefix(size)), with: &decoder)
        rest = rest.dropFirst(size)
      }
      #expect(String(decoding: result, as: UTF8.self) == text)
    }
  }

  private func decode(_ bytes: [UInt8], with decoder: inout CharacterDecoder) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 16) { output, count in
      unsafe bytes.withUnsafeBytes { input in
        unsafe count = decoder.decode(input, into: UnsafeMutableRawBufferPointer(output))
      }
    }
  }
}
