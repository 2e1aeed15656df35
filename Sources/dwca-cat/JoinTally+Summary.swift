import DarwinCore

extension JoinTally {
  /// What was read and written, in one line; what there was none of is left out.
  var summary: String {
    let remarks = [
      (withMedia, "with media"), (mediaRows, "media rows"), (unwanted, "of other types"),
      (orphans, "without an occurrence"),
      (otherOrphans, "rows of other extensions without an occurrence"),
      (padded, "rows too short, padded"),
      (cut, "last rows cut short"), (tooWide, "rows too wide"),
      (stray, "rows with an open quote, taken as text"), (replacements, "characters replaced"),
    ]
    let parts = remarks.compactMap { $0 > 0 ? "\($0) \($1)" : nil }
    return (["\(coreRows) occurrences"] + parts + ["\(records) records"]).joined(separator: ", ")
  }
}
