/// How much a licence allows, from everything down to nothing that is known: the lowest of
/// several is the best.
public enum LicenceRank: Int, Comparable, Sendable, CaseIterable {
  /// Every right given up, as by CC0.
  case waived
  /// No right known to be left.
  case publicDomain
  /// Any use, with the author's name.
  case attribution
  /// Any use, under the same licence.
  case shareAlike
  /// No commercial use.
  case nonCommercial
  /// No commercial use, under the same licence.
  case nonCommercialShareAlike
  /// No changes.
  case noDerivatives
  /// No commercial use and no changes.
  case nonCommercialNoDerivatives
  /// No use without leave.
  case reserved
  /// Nothing is known.
  case unknown

  /// Whether the first allows more.
  public static func < (first: LicenceRank, second: LicenceRank) -> Bool {
    first.rawValue < second.rawValue
  }
}
