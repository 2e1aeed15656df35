/// First in, first out, in constant time each; what was taken is held no longer.
public struct Queue<Element> {
  private var elements: [Element?] = []
  private var start = 0

  /// Whether nothing is in it.
  public var isEmpty: Bool { start == elements.count }

  /// How many elements are in it.
  public var count: Int { elements.count - start }

  /// The element that has been here longest.
  public var first: Element? { isEmpty ? nil : elements[start] }

  /// A queue with nothing in it.
  public init() {}

  /// Adds an element behind all others.
  public mutating func append(_ element: Element) { elements.append(element) }

  /// Takes the element that has been here longest.
  public mutating func popFirst() -> Element? {
    guard !isEmpty else { return nil }
    defer { compact() }
    start += 1
    return elements[start - 1].take()
  }

  private mutating func compact() {
    guard start > 64, 2 * start > elements.count else { return }
    elements.removeFirst(start)
    start = 0
  }
}
