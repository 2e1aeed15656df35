internal import ByteStreams

/// What is wrong with an archive; `description` is the whole message.
public struct ArchiveError: Error, CustomStringConvertible {
  /// The kinds that a caller may want to tell apart: each has its own exit status.
  public enum Kind: Sendable {
    /// It is not there or may not be read.
    case cannotOpen
    /// It is not what it claims to be: cut short, a wrong checksum, no archive at all.
    case damaged
    /// Spooling it failed: a full disk.
    case inputOutput
  }

  /// Which of the kinds this is.
  public let kind: Kind
  /// The archive's path as its user knows it.
  public let archive: String
  /// The member, where it is about one.
  public let member: String?
  /// Why, in lower case and without a full stop.
  public let reason: String

  /// The whole message: *archive: member: why*.
  public var description: String {
    ([archive, member, reason] as [String?]).compactMap(\.self).joined(separator: ": ")
  }

  /// An error about an archive, or about one member of it.
  public init(_ kind: Kind, _ archive: String, member: String? = nil, _ reason: String) {
    self.kind = kind
    self.archive = archive
    self.member = member
    self.reason = reason
  }
  /// An error of a file.
  init(_ error: StreamError) {
    self.init(error.kind == .cannotOpen ? .cannotOpen : .inputOutput, error.name, error.reason)
  }
}
