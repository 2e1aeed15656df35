import Pixels
import Records

/// The pictures of other sets, which ours must not have.
struct OtherSet: PictureTaker {
  private let merits: Merits?
  private var names: [[UInt8]] = []
  private var byHash: [PictureHash: Int] = [:]
  private var looks: [Fingerprint?] = []

  /// How many pictures there are.
  var count: Int { names.count }

  /// A set without pictures; `merits` reads the records that are added.
  init(_ merits: Merits? = nil) { self.merits = merits }

  /// Adds the picture of a record; of equal ones the smaller name counts.
  mutating func take(_ record: borrowing Record, _ standing: Standing) {
    guard case .picture(let picture) = standing else { return }
    let name = merits?.name(of: record) ?? []
    if let number = byHash[picture.hash] { return join(name, picture, to: number) }
    byHash[picture.hash] = names.count
    names.append(name)
    looks.append(picture.fingerprint)
  }

  private mutating func join(_ name: [UInt8], _ picture: Picture, to number: Int) {
    if name.lexicographicallyPrecedes(names[number]) { names[number] = name }
    if let known = looks[number], let fingerprint = picture.fingerprint {
      looks[number] = min(known, fingerprint)
    }
  }

  /// What they look like, where that is known, in the order of their names.
  var fingerprints: [(fingerprint: Fingerprint, number: Int)] {
    let numbers = names.indices.sorted { names[$0].lexicographicallyPrecedes(names[$1]) }
    return numbers.compactMap { number in looks[number].map { ($0, number) } }
  }

  mutating func flush() {}

  /// The picture with this hash.
  func number(of hash: PictureHash) -> Int? { byHash[hash] }

  func name(_ number: Int) -> [UInt8] { names[number] }
}
