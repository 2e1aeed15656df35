import Fetching
import Invocation
import SizeVariants
import Transfers

extension Pipeline {
  /// Asks for the smaller variant of a picture where there is one, else for the picture.
  mutating func fetch(_ job: Job) {
    var request = TransferRequest(url: job.asked)
    request.maximumBytes = options.maxBytes.bytes
    var task = FetchJob(request, into: job.body)
    if job.variant != nil { task.finalStatuses = SizeVariant.finalStatuses }
    fetching[fetcher.add(task)] = job
  }

  /// Asks for the picture itself where its host has no such variant.
  mutating func fetchOriginal(_ job: Job) {
    job.body.restart()
    job.variant = nil
    fetch(job)
  }
}
