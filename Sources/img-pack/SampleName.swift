import Digests

/// What the members of a sample are called, before their first dot: `{id}_{hash:8}`.
///
/// Of the id only letters and digits of ASCII, dashes and underscores are left, as a loader cuts
/// names at the first dot and a tar may have no other characters without an extended header.
struct SampleName: Equatable {
  /// With the rest of a name it fits into the 100 bytes of a tar's header.
  private static let longestID = 48

  private let id: String
  /// The SHA-1 of the record's key.
  let hash: String

  /// The name by a record's id and its key.
  init(id: String?, key: [UInt8]) {
    self.id = Self.safe(id ?? "")
    var digest = Digest(.sha1)
    digest.append(key.span)
    hash = digest.finish()
  }

  /// The name; where there is no id, more of the hash stands for it.
  var short: String { id.isEmpty ? String(hash.prefix(16)) : "\(id)_\(hash.prefix(8))" }

  /// The name where another sample of the shard has the short one.
  var long: String { id.isEmpty ? hash : "\(id)_\(hash)" }

  private static func safe(_ id: String) -> String {
    var name = ""
    for scalar in id.unicodeScalars.prefix(longestID) {
      name.unicodeScalars.append(isSafe(scalar) ? scalar : "_")
    }
    return name.hasPrefix("-") ? "_" + name.dropFirst() : name
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "-", "_": true
    default: false
    }
  }
}
