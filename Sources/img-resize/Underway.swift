/// The pictures that are being made, and the records that wait for the same one.
struct Underway {
  private struct Picture {
    /// Records behind the first.
    var others = 0
    /// When the first has gone.
    var answer: Resizes.Answer?
  }

  private var pictures: [String: Picture] = [:]

  /// Notes that a picture is being made.
  mutating func begin(_ name: String) { pictures[name] = Picture() }

  /// Waits for a picture that is being made; `false` where it is not.
  mutating func join(_ name: String) -> Bool {
    guard pictures[name] != nil else { return false }
    pictures[name]?.others += 1
    return true
  }

  /// Notes what came of it, for those that wait.
  mutating func end(_ name: String, _ answer: Resizes.Answer) {
    if pictures[name]?.others == 0 {
      pictures[name] = nil
    } else {
      pictures[name]?.answer = answer.again
    }
  }

  /// What came of it, for one of those that wait.
  mutating func answer(_ name: String) -> Resizes.Answer {
    guard var picture = pictures[name], let answer = picture.answer else { return .none }
    picture.others -= 1
    pictures[name] = picture.others == 0 ? nil : picture
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
