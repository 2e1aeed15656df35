public import Records

/// A field expression that was asked for: what a record has for it.
public struct ExpressionField {
  private enum Meaning {
    case plain
    case spdx(LicenceMemory)
    case host
    case url
  }

  private let field: Field
  private let meaning: Meaning

  /// Asks `scanner` for the field of the expression in all records from now on.
  public init(_ expression: FieldExpression, _ scanner: inout RecordScanner) {
    field = scanner.field(expression.path)
    meaning =
      switch expression.function {
      case nil: .plain
      case .spdx: .spdx(LicenceMemory())
      case .host: .host
      case .url: .url
      }
  }

  /// Calls `body` with the value of a record in UTF-8, of a path through an array that of the
  /// first element; `nil` where it is absent, which no licence is.
  public func withBytes<Result>(
    of record: borrowing Record, _ body: (borrowing Span<UInt8>) -> Result
  ) -> Result? {
    guard let text = record.text(of: field) else { return ofAbsent(body) }
    return withBytes(of: text, body)
  }

  /// Calls `body` with the value of a record, of several in an array with the first.
  public func withFirst<Result>(
    of record: borrowing Record, _ body: (borrowing Span<UInt8>) -> Result
  ) -> Result? {
    if let result = withBytes(of: record, body) { return result }
    var result: Result?
    _ = contains(in: record) { bytes in
      result = body(bytes)
      return true
    }
    return result
  }

  /// The value of a record, of several in an array the first; `nil` where it is absent.
  public func string(of record: borrowing Record) -> String? {
    withFirst(of: record) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Whether any value of a record fulfils `condition`, as `Record.contains` has it; a licence
  /// is `unknown` where none of the texts is there.
  public func contains(
    in record: borrowing Record, where condition: (borrowing Span<UInt8>) -> Bool
  ) -> Bool {
    guard case .spdx = meaning else {
      return record.contains(field) { withBytes(of: $0, condition) ?? false }
    }
    var isAbsent = true
    let contains = record.contains(field) { text in
      isAbsent = false
      return withBytes(of: text, condition) ?? false
    }
    return contains || isAbsent && ofAbsent(condition) ?? false
  }

  /// The keyed hash of the value, as `Text.hash` has it; `nil` where it is absent.
  public func hash(of record: borrowing Record, seed: UInt64 = 0) -> UInt64? {
    withBytes(of: record) { bytes in
      var hash = SipHash(k0: seed)
      hash.append(bytes)
      return hash.finish()
    }
  }

  private func withBytes<Result>(
    of text: borrowing Text, _ body: (borrowing Span<UInt8>) -> Result
  ) -> Result? {
    switch meaning {
    case .plain: text.withBytes(body)
    case .spdx(let memory): text.withBytes { body(memory.id(of: $0).span) }
    case .host: text.withBytes { URLHost.withBytes(of: $0, body) }
    case .url:
      text.withBytes { CanonicalURL.withBytes(of: $0) { $0.isEmpty ? nil : body($0) } }
    }
  }

  private func ofAbsent<Result>(_ body: (borrowing Span<UInt8>) -> Result) -> Result? {
    guard case .spdx = meaning else { return nil }
    let unknown = LicenceMemory.idOfNone
    return body(unknown.span)
  }
}
