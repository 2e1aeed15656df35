public import Invocation
public import Records

/// Makes sure that a record has one picture at most.
public struct SingleMedium {
  private let media: Field

  /// Asks `scanner` for the field that it takes.
  public init(_ scanner: inout RecordScanner) {
    media = scanner.field(FieldPath(names: ["media"]))
  }

  /// - Throws: where `media` is an array: such records have no single picture.
  public func check(_ record: borrowing Record) throws(Failure) {
    if record.isArray(media) {
      throw Failure(.usage, "a record with an array of media: make one record of each first")
    }
  }
}
