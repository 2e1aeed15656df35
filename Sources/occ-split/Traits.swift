import Records
import Values

/// What decides about a record, as keyed hashes.
struct Traits {
  /// The group, which is in one set whole.
  var group: UInt64
  /// The species, if one is asked for and told.
  var species: UInt64?
  /// What the records of a stratum have in common; `nil` for those without a value, a stratum of
  /// their own.
  var stratum: UInt64?
}

/// Reads the traits of records.
struct TraitsReader {
  let grouping: Grouping
  private let species: ExpressionField?
  private let stratum: ExpressionField?

  init(_ options: OccSplit, _ scanner: inout RecordScanner) {
    grouping = Grouping(options, &scanner)
    species = options.holdOutBelow == nil ? nil : ExpressionField(options.species, &scanner)
    stratum = options.stratify.map { ExpressionField($0, &scanner) }
  }

  func traits(of record: borrowing Record) -> Traits {
    Traits(
      group: grouping.group(of: record).hash, species: species?.firstHash(of: record),
      stratum: stratum?.firstHash(of: record))
  }

  /// Whether the species is asked for.
  var readsSpecies: Bool { species != nil }

  /// The species alone.
  func species(of record: borrowing Record) -> UInt64? { species?.firstHash(of: record) }
}
