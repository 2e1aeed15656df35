import ByteStreams
import GBIF
import GBIFClient
import Invocation
import Records

extension GbifPost {
  /// A request has 101,000 items at most, a few megabytes.
  private static var longest: Int { 64 << 20 }

  /// Reads the request and puts the options in.
  func readRequest() throws -> DownloadRequest {
    let input = try Descriptor.input(file ?? "-")
    if file == nil, input.isTerminal { throw NothingNamed() }
    var options = DownloadRequest.Options()
    options.format = format
    options.description = description
    options.notificationAddresses = notify
    return try DownloadRequest(
      try input.readAll(limit: Self.longest), named: input.name,
      creator: credentials.user(for: service.service), options)
  }

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
