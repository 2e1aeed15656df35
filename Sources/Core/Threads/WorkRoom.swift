/// Threads that do what they are ordered, and what came of it, by the numbers of the orders.
public final class WorkRoom<Order: Sendable, Product: Sendable> {
  private enum Message: Sendable {
    case order(Int, Order)
    case stop
  }

  /// How many threads there are at most.
  public let threads: Int
  private let bell: Bell?
  private let begin: () throws -> (Order) -> Product
  private let orders = Mailbox<Message>(capacity: .max)
  private let products = Mailbox<(Int, Product)>(capacity: .max)
  private var workers: [Worker] = []
  private var done: [Int: Product] = [:]
  private var last = 0

  /// A room for so many threads, which start with the first order: `begin` is called once for
  /// each, all its orders are given to what that returns, and it rings `bell` when one is done.
  public init(
    threads: Int, bell: Bell? = nil, _ begin: @escaping () throws -> (Order) -> Product
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
  /// - Throws: `ThreadError`, or what `begin` throws, where not one thread starts.
  public func give(_ order: Order) throws -> Int {
    if workers.isEmpty { try start() }
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

  /// Where there can be fewer threads than were asked for, these do all.
  private func start() throws {
    for _ in 0..<threads {
      do {
        workers.append(try worker(try begin()))
      } catch {
        if workers.isEmpty { throw error }
        return
      }
    }
  }

  private func worker(_ work: @escaping (Order) -> Product) throws(ThreadError) -> Worker {
    try Worker { [orders, products, bell] in
      while case .order(let number, let order) = orders.take() {
        products.put((number, work(order)))
        bell?.ring()
      }
    }
  }
}
