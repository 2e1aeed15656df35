public import Invocation
public import Transfers

extension TransferError: ExitStatusConvertible {
  /// The network is not to be had.
  public var exitStatus: ExitStatus { .unavailable }
}
