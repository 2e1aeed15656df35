/// What Amazon S3 says of an error, in XML.
struct BucketError: CustomStringConvertible {
  /// One of a list: `NoSuchBucket`, `AccessDenied`….
  let code: String
  private let message: String

  /// Reads an answer; `nil` where it is something else.
  init?(_ answer: String) {
    guard let code = Self.text(of: "Code", in: answer) else { return nil }
    self.code = code
    message = Self.text(of: "Message", in: answer) ?? ""
  }

  var description: String { message.isEmpty ? code : "\(code): \(message)" }

  private static func text(of element: String, in answer: String) -> String? {
    guard let start = answer.firstRange(of: "<\(element)>")?.upperBound,
      let end = answer[start...].firstRange(of: "</\(element)>")?.lowerBound
    else { return nil }
    return String(answer[start..<end])
  }
}
