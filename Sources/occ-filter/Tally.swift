/// How many records each rule dropped.
struct Tally {
  var kept = 0
  var droppedByPredicate = 0
  var droppedByUnique = 0
  var droppedBySize = 0
  var droppedByLimit = 0
  /// How many of those kept have no value to group by.
  var withoutValue = 0

  /// What became of the records, in one line.
  func summary(of records: Int, _ options: OccFilter, hasPredicate: Bool) -> String {
    let verb = options.count ? "counted" : "kept"
    var parts = ["\(records) records, \(kept) \(verb)"]
    if hasPredicate { parts.append("\(droppedByPredicate) dropped by the predicate") }
    if !options.unique.isEmpty { parts.append("\(droppedByUnique) by --unique") }
    if options.min != nil { parts.append("\(droppedBySize) by --min") }
    if let limit = options.limitingOption { parts.append("\(droppedByLimit) by \(limit)") }
    var summary = parts.joined(separator: ", ")
    if withoutValue > 0 { summary += " (\(withoutValue) \(verb) have no value to group by)" }
    return summary
  }
}
