public import Fetching
public import Invocation
public import Journals
public import Transfers

extension JournalError: ExitStatusConvertible {
  public var exitStatus: ExitStatus { isCreation ? .cannotCreate : .inputOutput }
}

extension BodyError: ExitStatusConvertible {
  public var exitStatus: ExitStatus { isCreation ? .cannotCreate : .inputOutput }
}

extension TransferError: ExitStatusConvertible {
  public var exitStatus: ExitStatus { .unavailable }
}
