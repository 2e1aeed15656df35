/// Why a text is no region and no circle; `description` is the whole message.
public struct GeometryError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The text as it was given: WKT, a distance, a latitude or a longitude.
  public let text: String
  /// What the text should have been: `WKT`, `distance`, `latitude` or `longitude`.
  public let subject: String
  /// Why, in lower case and without a full stop.
  public let reason: String
  private let byte: Int

  init(_ subject: String, _ text: String, byte: Int = 0, _ reason: String) {
    self.text = text
    self.subject = subject
    self.byte = byte
    self.reason = reason
  }

  /// The character of the text where it shows, counted from 0.
  public var offset: Int {
    let index = text.utf8.index(text.startIndex, offsetBy: min(byte, text.utf8.count))
    return text.distance(from: text.startIndex, to: index)
  }

  /// The message; characters are counted from 1 here.
  public var description: String { "\(subject): character \(offset + 1): \(reason)" }
}
