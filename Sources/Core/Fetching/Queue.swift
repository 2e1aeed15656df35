/// First in, first out, in constant time each.
struct Queue<Element> {
  private var elements: [Element] = []
  private var start = 0

  var isEmpty: Bool { start == elements.count }

  mutating func append(_ element: Element) { elements.append(element) }

  mutating func popFirst() -> Element? {
    guard !isEmpty else { return nil }
    defer { compact() }
    start += 1
    return elements[start - 1]
  }

  private mutating func compact() {
    guard start > 64, 2 * start > elements.count else { return }
    elements.removeFirst(start)
    start = 0
  }
}
