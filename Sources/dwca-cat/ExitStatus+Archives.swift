public import Archives
public import DarwinCore
public import Invocation

extension DarwinCoreError: ExitStatusConvertible {
  /// By the kind of the error.
  public var exitStatus: ExitStatus {
    switch kind {
    case .cannotOpen: .noInput
    case .badInput: .badInput
    case .stream(let error): error.exitStatus
    }
  }
}

extension ArchiveError: ExitStatusConvertible {
  /// As where the archive's meaning is read.
  public var exitStatus: ExitStatus { DarwinCoreError(self).exitStatus }
}
