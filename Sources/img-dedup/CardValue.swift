import Records

/// The values of a record that the report shows.
enum CardValue: String, CaseIterable {
  case label, name, licence, creator, link, gbifID, id, path, width, height

  /// The fields that may hold it, the best first; the user chooses that of `label`.
  var fields: [FieldPath] {
    switch self {
    case .label: []
    case .name: [Self.path("species"), Self.path("scientificName")]
    case .licence: [Self.path("media", "license")]
    case .creator:
      [
        Self.path("media", "creator"), Self.path("media", "rightsHolder"),
        Self.path("rightsHolder"),
      ]
    case .link:
      [Self.path("media", "references"), Self.path("references"), Self.path("media", "identifier")]
    case .gbifID: [Self.path("gbifID")]
    case .id: [Self.path("occurrenceID"), Self.path("id")]
    case .path, .width, .height: [Self.path("image", rawValue)]
    }
  }

  private static func path(_ names: String...) -> FieldPath { FieldPath(names: names) }
}
