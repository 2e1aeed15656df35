extension Record {
  /// The bytes with these members, whose values are JSON texts; all others stay as they are.
  public func bytes(with members: [(member: Member, value: [UInt8])]) -> [UInt8] {
    var result = [UInt8]()
    var next = 0
    let replaced = members.compactMap { change in
      offset(of: change.member.field).map { (start: $0, value: change.value) }
    }
    for (start, value) in replaced.sorted(by: { $0.start < $1.start }) {
      for index in next..<start { result.append(bytes[index]) }
      result += value
      next = ValueExtent.end(in: bytes, from: start)
    }
    for index in next..<end { result.append(bytes[index]) }
    for (member, value) in members where offset(of: member.field) == nil {
      if !isEmpty || result.count > end { result.append(UInt8(ascii: ",")) }
      result += member.opening + value
    }
    for index in end..<bytes.count { result.append(bytes[index]) }
    return result
  }

  /// Whether nothing but blanks stands between the braces.
  var isEmpty: Bool {
    var offset = end - 1
    while bytes[offset] <= 0x20 { offset -= 1 }
    return bytes[offset] == UInt8(ascii: "{")
  }
}
