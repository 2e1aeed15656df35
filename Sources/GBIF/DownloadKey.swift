/// The key of a download: a counter of seven digits or more, a hyphen, and when GBIF's server
/// was started, in fifteen.
///
/// The grammar is that of DownloadUtils in gbif/occurrence. A key that follows it is safe as
/// part of a file's name.
public struct DownloadKey: Hashable, Sendable, CustomStringConvertible {
  /// The key as GBIF writes it.
  public let description: String

  /// Reads a key; `nil` where it is none.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, (7...32).contains(parts[0].utf8.count), parts[1].utf8.count == 15,
      parts.allSatisfy({ $0.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } })
    else { return nil }
    description = String(text)
  }

  /// Reads the answer to a request: a key, bare or in quotes, perhaps with blanks around it.
  public init?(answer: [UInt8]) {
    let around = Set(" \t\r\n\"".utf8)
    let start = answer.firstIndex { !around.contains($0) } ?? answer.endIndex
    let end = answer.lastIndex { !around.contains($0) } ?? start
    self.init(String(decoding: answer[start...].prefix(end - start + 1), as: UTF8.self))
  }
}
