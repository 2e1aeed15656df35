public import GBIF
public import Invocation

extension ServiceError: ExitStatusConvertible {
  /// By the kind of the error.
  public var exitStatus: ExitStatus {
    switch kind {
    case .badInput: .badInput
    case .badRequest: .usage
    case .notPermitted: .notPermitted
    case .temporary: .temporary
    case .unknown: .noInput
    case .unavailable: .unavailable
    }
  }
}
