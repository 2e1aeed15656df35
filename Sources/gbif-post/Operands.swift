import ByteStreams
import GBIF
import GBIFClient
import Invocation
import Records

extension GbifPost {
  /// The key that `--save`'s file holds for this request.
  func knownKey(of request: DownloadRequest) throws -> DownloadKey? {
    guard let save, let posted = try Keeping.read(save), !again else { return nil }
    return posted.isOf(request, service: service.service) ? posted.key : nil
  }

  func emit(_ key: DownloadKey) throws {
    var record = JSONObject()
    record.add("key", key.description)
    try print(record.bytes)
  }

  func print(_ line: [UInt8]) throws {
    var output = LineWriter.standardOutput()
    output.append(line.span)
    try output.endLine()
    try output.finish()
  }
}
