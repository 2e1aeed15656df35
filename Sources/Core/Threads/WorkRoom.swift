/// Threads that do what they are ordered, and what came of it, by the numbers of the orders.
public final class WorkRoom<Order: Sendable, Product: Sendable> {
  private enum Message: Sendable {
    case order(Int, Order)
    case stop
  }

  /// How many threads there are.
  public let threads: Int
  private let bell: Bell?
  private let begin: @Sendable () -> (Order) -> Product
  private let orders = Mailbox<Message>(capacity: .max)
  private let products = Mailbox<(Int, Product)>(capacity: .max)
  private var workers: [Worker] = []
  private var done: [Int: Product] = [:]
  private var last = 0

  /// A room for so many threads, which start with the first order; each calls `begin` once and
  /// gives all its orders to what that returns, and rings `bell` when one is done.
  public init(
    threads: Int, bell: Bell? = nil, _ begin: @escaping @Sendable () -> (Order) -> Product
  ) {
    self.threads = threads
    self.bell = bell
    self.begin = begin
  }

  deinit {
    for _ in workers { orders.put(.stop) }
    for worker in workers { worker.join() }
  }

  /// Gives an order to the next thread that is idle; its number is for its product.
  public func give(_ order: Order) -> Int {
    if workers.isEmpty { workers = (0..<threads).map { _ in work() } }
    last += 1
    orders.put(.order(last, order))
    return last
  }

  /// What came of the order of this number; `nil` where that is not done yet.
  public func takeIfDone(_ number: Int) -> Product? {
    while let (number, product) = products.takeIfAny() { done[number] = product }
    return done.removeValue(forKey: number)
  }

  /// What came of any order, and its number; `nil` where none is done that was not taken.
  public func takeAny() -> (number: Int, product: Product)? {
    if let (number, product) = products.takeIfAny() { return (number, product) }
    return done.popFirst().map { ($0.key, $0.value) }
  }

  /// What came of the order of this number, when it is done.
  public func take(_ number: Int) -> Product {
    while true {
      if let product = takeIfDone(number) { return product }
      let (number, product) = products.take()
      done[number] = product
    }
  }

  private func work() -> Worker {
    Worker { [begin, orders, products, bell] in
      let work = begin()
      while case .order(let number, let order) = orders.take() {
        products.put((number, work(order)))
        bell?.ring()
      }
    }
  }
}
