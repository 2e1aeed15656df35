import Pixels
import Records

/// The pictures of other sets, which ours must not have.
struct OtherSet: PictureTaker {
  private let merits: Merits?
  private var names: [[UInt8]] = []
  private var byHash: [PictureHash: Int] = [:]
  private(set) var fingerprints: [(fingerprint: Fingerprint, number: Int)] = []

  /// How many pictures there are.
  var count: Int { names.count }

  /// A set without pictures; `merits` reads the records that are added.
  init(_ merits: Merits? = nil) { self.merits = merits }

  /// Adds the picture of a record; of equal ones the first counts.
  mutating func take(_ record: borrowing Record, _ standing: Standing) {
    guard case .picture(let picture) = standing, byHash[picture.hash] == nil else { return }
    byHash[picture.hash] = names.count
    if let fingerprint = picture.fingerprint {
      fingerprints.append((fingerprint, names.count))
    }
    names.append(merits?.name(of: record) ?? [])
  }

  mutating func flush() {}

  /// The picture with this hash.
  func number(of hash: PictureHash) -> Int? { byHash[hash] }

  func name(_ number: Int) -> [UInt8] { names[number] }
}
