/// Who is to judge by a predicate.
public enum Audience: Sendable {
  /// Records here.
  case records
  /// GBIF.
  case gbif
}
