internal import Records

/// One page of a user's list of downloads.
public struct DownloadPage: Sendable {
  /// The downloads, the newest first.
  public let downloads: [DownloadStatus]
  /// Whether there are no more.
  public let isLast: Bool

  /// Reads an answer.
  /// - Throws: `ServiceError` of kind `unavailable` where it is no such page.
  public init(answer: [UInt8]) throws(ServiceError) {
    let tree: JSONTree
    do { tree = try JSONTree(answer) } catch {
      throw ServiceError(.unavailable, "GBIF's answer is no list of downloads: \(error)")
    }
    guard let results = tree["results"]?.elements else {
      throw ServiceError(.unavailable, "GBIF's answer is no list of downloads")
    }
    var downloads = [DownloadStatus]()
    for result in results {
      downloads.append(try DownloadStatus(answer: Array(answer[result.offset..<result.end])))
    }
    self.downloads = downloads
    isLast = results.isEmpty || tree["endOfRecords"]?.text == "true"
  }
}
