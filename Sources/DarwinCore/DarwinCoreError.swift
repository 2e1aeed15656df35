public import Archives
public import ByteStreams

/// What is wrong with an archive as a Darwin Core Archive; `description` is the whole message.
public struct DarwinCoreError: Error, CustomStringConvertible {
  /// The kinds that a caller may want to tell apart: each has its own exit status.
  public enum Kind: Sendable {
    /// The archive is not there or may not be read.
    case cannotOpen
    /// The archive is damaged, or does not say what its tables mean.
    case badInput
    /// Reading or writing failed.
    case stream(StreamError)
  }

  /// Which of the kinds this is.
  public let kind: Kind
  /// The whole message: *what: why*, in lower case and without a full stop.
  public let description: String

  init(_ archive: String, member: String? = nil, _ reason: String) {
    kind = .badInput
    description = ArchiveError(.damaged, archive, member: member, reason).description
  }

  /// An error of the archive itself.
  public init(_ error: ArchiveError) {
    kind =
      switch error.kind {
      case .cannotOpen: .cannotOpen
      case .damaged: .badInput
      case .inputOutput: .stream(StreamError(.inputOutput, error.archive, error.reason))
      }
    description = error.description
  }

  /// An error of the output or of a spool.
  public init(_ error: StreamError) {
    kind = .stream(error)
    description = error.description
  }
}

/// Calls into Archives, and throws its errors as this module's.
func reading<Result: ~Copyable>(
  _ body: () throws(ArchiveError) -> Result
) throws(DarwinCoreError) -> Result {
  do { return try body() } catch { throw DarwinCoreError(error) }
}

/// Calls into ByteStreams, and throws its errors as this module's.
func streaming<Result: ~Copyable>(
  _ body: () throws(StreamError) -> Result
) throws(DarwinCoreError) -> Result {
  do { return try body() } catch { throw DarwinCoreError(error) }
}
