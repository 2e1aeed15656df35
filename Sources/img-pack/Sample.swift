import Archives
import ByteStreams

/// A picture, its record and its class.
struct Sample {
  let name: SampleName
  let picture: FileContents
  /// Of the picture, without a dot.
  let `extension`: String
  /// The line with its line end: all those of a shard, one after the other, are records again.
  let record: [UInt8]
  let classNumber: Int?

  private var classDigits: [UInt8]? { classNumber.map { Array(String($0).utf8) } }

  /// What it takes in a tar.
  var size: Int {
    ShardSize.size(ofMember: picture.size) + ShardSize.size(ofMember: record.count)
      + (classDigits.map { ShardSize.size(ofMember: $0.count) } ?? 0)
  }

  func append(
    to tar: borrowing TarWriter, as name: String, in folder: BaseFolder
  ) throws(StreamError) {
    try picture.append(to: tar, as: "\(name).\(`extension`)", in: folder)
    try tar.append("\(name).json", record.span)
    if let classDigits { try tar.append("\(name).cls", classDigits.span) }
  }
}
