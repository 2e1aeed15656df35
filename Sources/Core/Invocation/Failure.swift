public import ByteStreams

/// An error that ends a tool; `description` is the whole message.
public struct Failure: ExitStatusConvertible, CustomStringConvertible {
  /// How the tool ends.
  public let exitStatus: ExitStatus
  /// *What: why*, without the tool's name.
  public let description: String
  /// Lines to be shown below it, such as the words of a predicate and a caret.
  public let illustration: [String]

  /// A failure to be told in one line, unless something is to be shown below it.
  public init(_ exitStatus: ExitStatus, _ description: String, illustration: [String] = []) {
    self.exitStatus = exitStatus
    self.description = description
    self.illustration = illustration
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
