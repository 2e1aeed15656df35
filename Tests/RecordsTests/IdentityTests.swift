import ByteStreams
import Testing

@testable import Records

/// What makes a record itself.
struct IdentityTests {
  @Test(arguments: [
    (#"{"gbifID":"7","occurrenceID":"o","id":"i"}"#, "7"),
    (#"{"id":"i","occurrenceID":"o"}"#, "o"), (#"{"id":"i"}"#, "i"), (#"{"gbifID":7}"#, "7"),
    (#"{"gbifID":"","occurrenceID":"o"}"#, "o"), (#"{"gbifID":null,"id":"i"}"#, "i"),
    (#"{"occurrenceID":"a\u00e9"}"#, "aé"), (#"{"media":{"gbifID":"7"}}"#, nil), ("{}", nil),
  ])
  func `the id is the first of three fields that has a value`(_ record: String, _ id: String?)
    throws
  {
    var scanner = RecordScanner()
    let identity = Identity(&scanner)
    try withLine(Array(record.utf8)) { line in
      let record = try scanner.scan(line)
      #expect(identity.id(of: record)?.string == id)
    }
  }

  @Test(arguments: [
    (#"{"gbifID":"7","media":{"identifier":"u"}}"#, "7\0u"), (#"{"gbifID":"7"}"#, "7\0"),
    (#"{"media":{"identifier":"u"}}"#, "\0u"),
    (#"{"gbifID":"7","media":{"identifier":"\u0075\/"}}"#, "7\0u/"),
    (#"{"x": 1 }"#, #"{"x": 1 }"#), ("{}", "{}"),
  ])
  func `the key is the id, a NUL and the identifier, or the line`(
    _ record: String, _ key: String
  ) throws {
    let bytes = Array(record.utf8)
    #expect(try Self.key(of: bytes) == Array(key.utf8))
    var hash = SipHash(k0: 42)
    hash.append(Array(key.utf8).span)
    #expect(try Self.hash(of: bytes, seed: 42) == hash.finish())
  }

  @Test(arguments: [
    (#"{"gbifID":"7","media":{"identifier":"u"}}"#, "7"), (#"{"id":"i","set":"a"}"#, "i"),
    (#"{"media":{"identifier":"u"},"set":"a"}"#, "\0u"), (#"{"x":1}"#, #"{"x":1}"#),
    (#"{"x":1,"set":"a"}"#, #"{"x":1}"#), (#"{"set":"a"}"#, "{}"),
  ])
  func `the hash of the id is that of the key or of the line where there is none`(
    _ record: String, _ id: String
  ) throws {
    var scanner = RecordScanner()
    let (identity, member) = (Identity(&scanner), Member("set", &scanner))
    var hash = SipHash(k0: 42)
    hash.append(Array(id.utf8).span)
    let expected = hash.finish()
    try withLine(Array(record.utf8)) { line in
      let hash = identity.idHash(of: try scanner.scan(line), seed: 42, before: member)
      #expect(hash == expected)
    }
  }

  @Test func `another seed gives another hash`() throws {
    let record = Array(#"{"gbifID":"7"}"#.utf8)
    #expect(try Self.hash(of: record, seed: 0) != Self.hash(of: record, seed: 1))
  }

  private static func key(of bytes: [UInt8]) throws -> [UInt8] {
    var scanner = RecordScanner()
    let identity = Identity(&scanner)
    return try withLine(bytes) { identity.key(of: try scanner.scan($0)) }
  }

  private static func hash(of bytes: [UInt8], seed: UInt64) throws -> UInt64 {
    var scanner = RecordScanner()
    let identity = Identity(&scanner)
    return try withLine(bytes) { identity.hash(of: try scanner.scan($0), seed: seed) }
  }
}
