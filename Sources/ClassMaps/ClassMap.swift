internal import Records

/// Which number stands for which label: those of a model's classes.
///
/// As a file it is one object of JSON, `{"label": number, …}`, as `label2id` and `class_to_idx` are
/// written elsewhere. A number is never changed: new labels get those after the largest.
public struct ClassMap: Sendable {
  /// The largest number that there may be.
  public static let largestNumber = Int(Int32.max)

  private var numbers: [[UInt8]: Int] = [:]
  private var largest = -1

  /// A map without labels.
  public init() {}

  /// Reads an object of JSON.
  /// - Throws: `ClassMapError` where it is none, a number is none, negative, larger than
  ///   `largestNumber` or there twice, or a label is.
  public init(json: [UInt8]) throws(ClassMapError) {
    var taken: [Int: String] = [:]
    for (label, value) in try Self.members(of: json) {
      guard case .scalar(let text) = value.content, let number = Self.number(text) else {
        throw ClassMapError("no number from 0 to \(Self.largestNumber) behind '\(label)'")
      }
      if let other = taken.updateValue(label, forKey: number) {
        throw ClassMapError("'\(other)' and '\(label)' have the number \(number) both")
      }
      if numbers.updateValue(number, forKey: Array(label.utf8)) != nil {
        throw ClassMapError("'\(label)' stands there twice")
      }
      largest = max(largest, number)
    }
  }

  private static func members(
    of json: [UInt8]
  ) throws(ClassMapError) -> [(name: String, value: JSONTree)] {
    guard json.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else {
      throw ClassMapError("no object of JSON")
    }
    do throws(RecordFault) {
      return try JSONTree(json).members
    } catch {
      let place = JSONText.place(of: error.column - 1, in: json)
      throw ClassMapError("line \(place.line), column \(place.column): \(error.reason)")
    }
  }

  private static func number(_ text: String) -> Int? {
    guard let number = Int(text), 0...largestNumber ~= number, text != "-0" else { return nil }
    return number
  }

  /// How many labels there are.
  public var count: Int { numbers.count }

  /// The number of a label, in UTF-8.
  public subscript(label: [UInt8]) -> Int? { numbers[label] }

  /// Adds labels in UTF-8, the new ones in the order of their bytes, however they come; gives how
  /// many these are.
  /// - Throws: `ClassMapError` where one would get more than `largestNumber`; then none is added.
  public mutating func add(_ labels: [[UInt8]]) throws(ClassMapError) -> Int {
    let new = Set(labels.filter { numbers[$0] == nil })
    if new.count > Self.largestNumber - largest {
      throw ClassMapError("no number up to \(Self.largestNumber) is left for a new label")
    }
    for label in new.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      largest += 1
      numbers[label] = largest
    }
    return new.count
  }

  /// The lines of the file, without their ends, by the numbers.
  public var lines: [[UInt8]] {
    let labels = numbers.sorted { $0.value < $1.value }
    let members = labels.enumerated().map { index, label in
      var line = Array("  ".utf8)
      JSONString.append(label.key, to: &line)
      line += ": \(label.value)\(index + 1 == labels.count ? "" : ",")".utf8
      return line
    }
    return [Array("{".utf8)] + members + [Array("}".utf8)]
  }
}
