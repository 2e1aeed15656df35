import Values

extension Tally {
  /// What there is to say about the records: a line for each set, and what else matters.
  func lines(_ options: OccSplit, _ placement: Placement) -> [String] {
    let records = rows.reduce(0) { $0 + $1.records }
    return table(placement.sets.names, of: records) + remarks(options, placement, of: records)
  }

  private func table(_ names: [String], of records: Int) -> [String] {
    let cells = zip(names, rows).map { name, row in
      [name, "\(row.records)", Self.percent(row.records, of: records), Self.groups(row)]
    }
    let widths = (0..<4).map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { cells in
      let blanks = zip(cells, widths).map { String(repeating: " ", count: $1 - $0.count) }
      return "\(cells[0])\(blanks[0])  \(blanks[1])\(cells[1]) records \(blanks[2])\(cells[2])  "
        + "\(blanks[3])\(cells[3]) groups"
    }
  }

  private static func groups(_ row: Row) -> String {
    let (count, isExact) = row.groups.estimate
    return isExact ? "\(count)" : "about \(count)"
  }

  /// With one digit behind the point.
  private static func percent(_ count: Int, of total: Int) -> String {
    let tenths = total == 0 ? 0 : (count * 2000 + total) / (2 * total)
    return "\(tenths / 10).\(tenths % 10)%"
  }

  private func remarks(_ options: OccSplit, _ placement: Placement, of records: Int) -> [String] {
    var remarks = [String]()
    if !options.by.isEmpty, ofID > 0 {
      let fields = options.by.map(\.description).joined(separator: " or ")
      remarks.append(
        ofID == records
          ? "no record has \(fields): each is in the group of its id"
          : "\(ofID) records without \(fields) are in the groups of their ids")
    }
    if options.holdOutBelow != nil { remarks.append(heldOut(options, placement)) }
    if placement.mixedGroups > 0, let field = options.stratify {
      remarks.append("\(placement.mixedGroups) groups have records with several \(field)")
    }
    if let classes, let path = options.classMap {
      remarks.append(
        "\(path): \(classes.count) classes, \(classes.new) of them new; "
          + "\(classes.unlabelled) records without \(options.species)")
    }
    return remarks
  }

  private func heldOut(_ options: OccSplit, _ placement: Placement) -> String {
    let field = options.species
    var remark =
      "\(placement.heldOutSpecies) values of \(field) are held out with "
      + "\(heldOut) records"
    if besideHeldOut > 0 { remark += ", and \(besideHeldOut) others that share groups with these" }
    if heldOutElsewhere > 0 {
      remark += "; \(heldOutElsewhere) of them are with their groups in other sets since earlier"
    }
    if withoutSpecies > 0 { remark += "; \(withoutSpecies) records without \(field) are not" }
    return remark
  }
}
