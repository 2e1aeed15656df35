import Foundation
import Images

/// The header of bytes in an array.
func header(_ bytes: [UInt8]) -> ImageHeader? { ImageHeader(bytes.span) }

/// The header of a file.
func header(at url: URL) throws -> ImageHeader? { header(try Array(Data(contentsOf: url))) }

/// The package's folder.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// Real files that lie beside the package on some machines.
let corpus = packageFolder.appending(path: "../shared/corpus/images").standardized

/// A number in bytes, the highest first.
func big(_ value: Int, _ width: Int) -> [UInt8] {
  (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * (width - 1 - $0))) }
}

/// A number in bytes, the lowest first.
func little(_ value: Int, _ width: Int) -> [UInt8] { big(value, width).reversed() }

/// A text's ASCII characters.
func text(_ text: String) -> [UInt8] { Array(text.utf8) }
