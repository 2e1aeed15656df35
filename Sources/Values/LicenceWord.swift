/// What a word or a phrase of a text about rights means.
enum LicenceWord: Equatable {
  /// The name of Creative Commons.
  case creativeCommons
  /// Conditions: `by`, `NonCommercial`, `bync`.
  case elements(CreativeCommons.Elements)
  /// What a URL of Creative Commons tells.
  case terms(CreativeCommons)
  /// `4.0`.
  case version(String)
  /// The country to whose law a licence was ported.
  case port(String)
  /// CC0.
  case zero
  case publicDomain
  /// All rights reserved.
  case reserved
  /// Some rights reserved: which ones, others must tell.
  case someRights
  /// The word or the sign.
  case copyright
  /// A licence of its own name.
  case named(Licence)
  /// What is not understood, in small letters.
  case other(String)
}
