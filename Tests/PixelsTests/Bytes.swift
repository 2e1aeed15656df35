import Foundation
import Pixels
import Testing

/// The package's folder.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// Real files that lie beside the package on some machines.
let corpus = packageFolder.appending(path: "../shared/corpus/images").standardized

/// Passes a test over aloud where the corpus is not.
let corpusIsHere = ConditionTrait.enabled(
  if: FileManager.default.fileExists(atPath: corpus.path), "the corpus is not here")

/// A file of the corpus.
func real(_ path: String) throws -> [UInt8] {
  try Array(Data(contentsOf: corpus.appending(path: path)))
}

/// A picture that was drawn for tests.
func drawn(_ name: String) throws -> [UInt8] {
  let folder = packageFolder.appending(path: "scripts/standin/pictures")
  return try Array(Data(contentsOf: folder.appending(path: name)))
}

/// What the picture looks like.
func fingerprint(_ bytes: [UInt8]) throws(PixelError) -> Fingerprint {
  try PictureReader().fingerprint(of: bytes.span)
}

/// What the picture's pixels are.
func digest(_ bytes: [UInt8]) throws(PixelError) -> PixelDigest {
  try PictureReader().pixelDigest(of: bytes.span)
}

/// In how many bits the perceptual hashes differ.
func distance(_ one: Fingerprint, _ other: Fingerprint) -> Int {
  (one.perceptual ^ other.perceptual).nonzeroBitCount
}

/// A number in bytes, the highest first.
func big(_ value: Int, _ width: Int) -> [UInt8] {
  (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * (width - 1 - $0))) }
}

/// A number in bytes, the lowest first.
func little(_ value: Int, _ width: Int) -> [UInt8] { big(value, width).reversed() }
