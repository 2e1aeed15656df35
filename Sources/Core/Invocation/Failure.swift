public import ByteStreams

/// An error that ends a tool; `description` is the whole message.
public struct Failure: ExitStatusConvertible, CustomStringConvertible {
  /// How the tool ends.
  public let exitStatus: ExitStatus
  /// *What: why*, without the tool's name.
  public let description: String

  /// A failure to be told in one line.
  public init(_ exitStatus: ExitStatus, _ description: String) {
    self.exitStatus = exitStatus
    self.description = description
  }
}

extension StreamError: ExitStatusConvertible {
  /// By the kind of the error.
  public var exitStatus: ExitStatus {
    switch kind {
    case .cannotOpen: .noInput
    case .cannotCreate: .cannotCreate
    case .inputOutput, .closedPipe: .inputOutput
    case .damaged: .badInput
    }
  }
}
