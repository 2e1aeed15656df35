import ByteStreams
import Pixels
import Threads

/// Threads that read files, and what they found, by the numbers of their orders.
final class ViewingRoom {
  private enum Message: Sendable {
    case view(ViewingOrder)
    case stop
  }

  private let folder: BaseFolder
  private let notion: Notion
  private let size: Int
  private let orders = Mailbox<Message>(capacity: .max)
  private let views = Mailbox<(Int, View)>(capacity: .max)
  private var workers: [Worker] = []
  private var found: [Int: View] = [:]

  /// A room for so many threads, which begin with the first order.
  init(_ folder: BaseFolder, _ notion: Notion, threads: Int) {
    self.folder = folder
    self.notion = notion
    size = threads
  }

  deinit {
    for _ in workers { orders.put(.stop) }
    for worker in workers { worker.join() }
  }

  func give(_ order: ViewingOrder) {
    if workers.isEmpty { workers = (0..<size).map { _ in begin() } }
    orders.put(.view(order))
  }

  /// What was found under this number; `nil` where that is not done yet.
  func takeIfDone(_ number: Int) -> View? {
    while let (number, view) = views.takeIfAny() { found[number] = view }
    return found.removeValue(forKey: number)
  }

  /// What was found under this number, when it is done.
  func take(_ number: Int) -> View {
    while true {
      if let view = takeIfDone(number) { return view }
      let (number, view) = views.take()
      found[number] = view
    }
  }

  private func begin() -> Worker {
    Worker { [folder, notion, orders, views] in
      do throws(PixelError) {
        let viewer = try Viewer(folder, notion)
        while case .view(let order) = orders.take() {
          views.put((order.number, viewer.view(order)))
        }
      } catch {
        while case .view(let order) = orders.take() {
          views.put((order.number, .undecodable(error)))
        }
      }
    }
  }
}
