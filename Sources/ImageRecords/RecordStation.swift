public import Records

/// What a tool does with records whose files threads look at.
public protocol RecordStation: ~Copyable {
  /// What is to be done with a file.
  associatedtype Order: Sendable
  /// What came of it.
  associatedtype Product: Sendable
  /// What is known of a record when it goes on.
  associatedtype Answer

  /// Looks at a record that came in.
  mutating func judge(_ record: borrowing Record) throws -> Judgement<Answer, Order>

  /// Takes what came of a record's order; gives the line that goes on in its place.
  mutating func settle(
    _ record: borrowing Record, _ order: Order, _ product: Product
  ) throws -> (line: [UInt8], answer: Answer)

  /// Lets a record go on: all in the order in which they came in.
  mutating func pass(_ record: borrowing Record, _ answer: Answer) throws

  /// Called before it is waited for further records.
  mutating func flush() throws
}

/// What is to be done about a record.
public enum Judgement<Answer, Order> {
  /// Nothing.
  case known(Answer)
  /// Work on its file.
  case work(Order)
}
