import Foundation
import StandIn
import Testing

extension Folder {
  /// A folder with a file of so many bytes that do not pack.
  static func noise(bytes: Int) throws -> Folder {
    let folder = try Folder()
    let source = try #require(FileHandle(forReadingAtPath: "/dev/urandom"))
    let noise = try #require(try source.read(upToCount: bytes))
    try noise.write(to: folder.url.appending(path: "noise"))
    return folder
  }
}

extension Desk {
  /// How many bytes a file has; `nil` where there is none.
  func fileSize(_ name: String) -> Int? {
    let facts = try? FileManager.default.attributesOfItem(atPath: work.path(name))
    return facts?[.size] as? Int
  }

  /// The bytes of all files that were sent.
  var bytesSent: Int { fetches.map(\.bytes).reduce(0, +) }

  /// Runs a script of sh in the working folder, with the built tools in its PATH.
  func shell(_ script: String) throws -> ToolRun.Outcome {
    try work.write(script, to: "script")
    return try ToolRun("sh", ["script"], environment: environment, in: work).finish()
  }
}

extension ToolRun.Outcome {
  /// What the first record says of the size of its file.
  var size: Int {
    get throws {
      let match = try #require(out.firstMatch(of: /"size":(\d+)/))
      return try #require(Int(match.1))
    }
  }
}
