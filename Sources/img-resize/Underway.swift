import Records

/// The pictures that are being made, and the records that wait for the same one.
struct Underway {
  private struct Picture {
    /// Records behind the first.
    var others = 0
    /// When the first has gone.
    var answer: Resizes.Answer?
  }

  private var pictures: [ByteText: Picture] = [:]

  /// Notes that a picture is being made.
  mutating func begin(_ name: String) { pictures[ByteText(name)] = Picture() }

  /// Waits for a picture that is being made; `false` where it is not.
  mutating func join(_ name: String) -> Bool {
    guard pictures[ByteText(name)] != nil else { return false }
    pictures[ByteText(name)]?.others += 1
    return true
  }

  /// Notes what came of it, for those that wait.
  mutating func end(_ name: String, _ answer: Resizes.Answer) {
    if pictures[ByteText(name)]?.others == 0 {
      pictures[ByteText(name)] = nil
    } else {
      pictures[ByteText(name)]?.answer = answer.again
    }
  }

  /// What came of it, for one of those that wait.
  mutating func answer(_ name: String) -> Resizes.Answer {
    guard var picture = pictures[ByteText(name)], let answer = picture.answer else { return .none }
    picture.others -= 1
    pictures[ByteText(name)] = picture.others == 0 ? nil : picture
    return answer
  }
}

extension Resizes.Answer {
  /// The answer for a further record of the same file.
  fileprivate var again: Resizes.Answer {
    if case .picture(let picture, _) = self { return .picture(picture, isNew: false) }
    return self
  }
}
