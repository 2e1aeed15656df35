import Fetching

/// What a record says against its picture: another tool looked at the file and let it fail.
struct Doubt {
  /// The file.
  let path: String
  /// Why.
  let failure: FetchFailure

  /// What is to be done about a picture of which the journal says that it is there.
  enum Verdict {
    /// The file is as it came: the record told of something else.
    case unfounded
    /// The file is as it came, and that is what is wrong with it.
    case founded
    /// The file is to be fetched again.
    case again
  }

  /// Causes that lie in the bytes as they came.
  private static let lasting: Set = ["undecodable", "not_image"]

  /// The verdict, where the file has the bytes that came or not.
  func verdict(isAsItCame: Bool, retriesFailed: Bool) -> Verdict {
    if !isAsItCame { return .again }
    guard Self.lasting.contains(failure.error) else { return .unfounded }
    return retriesFailed ? .again : .founded
  }
}
