import GBIF
import GBIFClient
import StandIn
import Testing
import Transfers

/// Single calls of the API.
struct ClientTests {
  @Test func `every call has an end, also one that is never answered`() throws {
    let gbif = try StandIn()
    var call = TransferRequest.call("http://127.0.0.1:\(gbif.port)/mute/")
    #expect(call.totalTimeout == 120)
    call.totalTimeout = 1
    var settings = TransferSettings(userAgent: "gbifxdl")
    settings.allowsPrivateAddresses = true
    var client = try Client.open(settings)
    guard case .none(_, wasSent: true) = try client.call(call).answer else { throw Unexpected() }
  }
}
