import ArgumentParser
import Values

extension OccFilter {
  /// Refuses options that would have no meaning, or two.
  func validate() throws {
    for (name, number) in [("min", min), ("head", head), ("sample", sample)] {
      if let number, number < 1 { throw ValidationError("--\(name) takes a number from 1 up") }
    }
    if head != nil, sample != nil {
      throw ValidationError("--head and --sample do not go together: take one of them")
    }
    try validateOnePer()
    try validatePer()
    if seed != nil, sampleSize == nil {
      throw ValidationError("--seed goes with --sample or --one-per")
    }
  }

  private func validateOnePer() throws {
    if onePer == nil { return }
    let others = [("head", head != nil), ("sample", sample != nil), ("per", per != nil)]
    for (name, isThere) in others where isThere {
      let meaning = "it stands for --sample 1 --per"
      throw ValidationError("--one-per and --\(name) do not go together: \(meaning)")
    }
  }

  private func validatePer() throws {
    if min != nil, grouping == nil {
      throw ValidationError("--min goes with --per, which says what makes the groups")
    }
    if per != nil, head == nil, sample == nil, min == nil, !count {
      throw ValidationError("--per goes with --head, --sample, --min or --count")
    }
  }

  /// What makes the groups.
  var grouping: FieldExpression? { per ?? onePer }

  /// How many records of each group are drawn.
  var sampleSize: Int? { onePer == nil ? sample : 1 }

  /// How many records of each group are kept.
  var quota: Quota { Quota(minimum: min ?? 1, limit: head ?? sampleSize ?? .max) }

  /// The option that limits the number of records in a group.
  var limitingOption: String? {
    if onePer != nil { return "--one-per" }
    return head != nil ? "--head" : sample != nil ? "--sample" : nil
  }
}
