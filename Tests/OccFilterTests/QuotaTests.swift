import Testing

@testable import occ_filter

struct QuotaTests {
  @Test(arguments: [
    (Quota(), 0, 0, 0, 0), (Quota(), 7, 7, 0, 0), (Quota(limit: 3), 3, 3, 0, 0),
    (Quota(limit: 3), 4, 3, 0, 1), (Quota(minimum: 5), 4, 0, 4, 0), (Quota(minimum: 5), 5, 5, 0, 0),
    (Quota(minimum: 5, limit: 3), 4, 0, 4, 0), (Quota(minimum: 5, limit: 3), 9, 3, 0, 6),
    (Quota(minimum: 2, limit: 3), 2, 2, 0, 0),
  ])
  func `every record is kept or dropped by one rule`(
    _ quota: Quota, _ count: Int, _ kept: Int, _ bySize: Int, _ byLimit: Int
  ) {
    #expect(quota.kept(of: count) == kept)
    #expect(quota.droppedBySize(of: count) == bySize)
    #expect(quota.droppedByLimit(of: count) == byLimit)
    #expect(kept + bySize + byLimit == count)
  }
}
