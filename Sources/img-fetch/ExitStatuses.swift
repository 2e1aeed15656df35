public import Fetching
public import Invocation
public import Journals
public import Transfers

extension JournalError: ExitStatusConvertible {
  /// By what could not be done.
  public var exitStatus: ExitStatus { isCreation ? .cannotCreate : .inputOutput }
}

extension BodyError: ExitStatusConvertible {
  /// By what could not be done.
  public var exitStatus: ExitStatus { isCreation ? .cannotCreate : .inputOutput }
}

extension TransferError: ExitStatusConvertible {
  /// The network is not to be had.
  public var exitStatus: ExitStatus { .unavailable }
}
