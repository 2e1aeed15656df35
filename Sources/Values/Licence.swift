/// A licence by its identifier of the SPDX list (https://spdx.org/licenses), read from the
/// many spellings of it that cells hold.
///
/// Beside the identifiers of the list there are:
/// - `PDM`, the public domain mark and all statements of public domain;
/// - `CC-BY`, `CC-BY-NC-SA`…, a licence of Creative Commons whose version is not told; `GFDL`
///   and `LAL` likewise;
/// - `CC-BY-2.1` and its like, of which the list has ports to some countries only;
/// - `reserved`, all rights reserved;
/// - `unknown`, for no text, and for any that is not understood to its last word.
public struct Licence: Hashable, Sendable, CustomStringConvertible {
  /// The identifier.
  public let id: String
  /// How much it allows.
  public let rank: LicenceRank

  /// The identifier.
  public var description: String { id }

  /// All rights are reserved.
  public static let reserved = Licence("reserved", .reserved)
  /// It is not told, or not understood.
  public static let unknown = Licence("unknown", .unknown)
  static let zero = Licence("CC0-1.0", .waived)
  static let publicDomain = Licence("PDM", .publicDomain)

  init(_ id: String, _ rank: LicenceRank) {
    self.id = id
    self.rank = rank
  }

  /// Reads a cell: a URL, GBIF's `CC_BY_4_0`, `cc-by`, or a few words; `unknown` where there
  /// is a word too many, so that no condition is ever passed over.
  public init(_ text: String) {
    self = LicenceText(text).licence
  }
}
