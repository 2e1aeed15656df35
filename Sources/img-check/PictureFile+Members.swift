import ImageRecords
import Images
import Records

extension PictureFile {
  /// The members of `image` of which the file itself tells.
  static let ownMembers = [
    "status", "bytes", "sha256", "format", "width", "height", "orientation", "complete",
  ]

  /// Their values as JSON texts, in that order; `nil` where there is nothing to tell.
  var ownValues: [[UInt8]?] {
    func text(_ number: Int?) -> [UInt8]? { number.map { Array(String($0).utf8) } }
    return [
      JSONString.bytes(of: "ok"), text(bytes), JSONString.bytes(of: sha256),
      JSONString.bytes(of: header.kind.rawValue), text(header.width), text(header.height),
      text(header.orientation), header.isComplete ? nil : Array("false".utf8),
    ]
  }
}
