import ImageRecords
import Records

/// What a record wants to have fetched.
struct Wanted {
  /// Nothing, and why; or a URL and the name of its picture; or what is another process's.
  enum Answer {
    case pass
    case skip(String)
    case fetch(url: String, PictureName, Doubt?)
  }

  private let urls: [Field]
  private let type: Field
  private let medium: SingleMedium
  private let naming: PictureNaming
  private let doubts: DoubtReader
  private let takesAnyType: Bool
  private let sharing: Sharing?
  private let part: Int?

  init(_ options: ImgFetch, _ manners: Manners, _ scanner: inout RecordScanner) {
    let standard = ["accessURI", "identifier"].map { FieldPath(names: ["media", $0]) }
    urls = (options.url.map { [$0] } ?? standard).map { scanner.field($0) }
    type = scanner.field(FieldPath(names: ["media", "type"]))
    medium = SingleMedium(&scanner)
    naming = PictureNaming(options.name, below: options.folder, &scanner)
    doubts = DoubtReader(&scanner)
    takesAnyType = options.anyType
    part = options.shard?.number
    sharing = options.shard.map {
      Sharing(among: $0.count, by: options.shardBy, manners, &scanner)
    }
  }

  /// What `record` wants.
  /// - Throws: `Failure` where `media` is an array: such records name no single picture.
  func judge(_ record: borrowing Record) throws -> Answer {
    try medium.check(record)
    let url = url(of: record)
    if sharing?.part(of: record, url: url) != part { return .pass }
    guard let url else { return .skip("no_url") }
    guard takesAnyType || isStillImage(record) else { return .skip("not_still_image") }
    return .fetch(url: url, naming.name(of: record, url: url), doubts.doubt(in: record))
  }

  private func url(of record: borrowing Record) -> String? {
    for field in urls {
      if let text = record.text(of: field) { return text.string }
    }
    return nil
  }

  /// Also where nothing is said of the type: then the bytes will tell.
  private func isStillImage(_ record: borrowing Record) -> Bool {
    guard let type = record.text(of: type) else { return true }
    return StillImage.isName(type.string)
  }
}
