// similarity-benchmark COUNT RADIUS QUERIES [clustered]
//
// Times the index of hashes beside a scan of all, and prints a name and a number a line.
// Half of the hashes are random and half a few bits beside another; or all are around 1,000
// centres, each bit flipped with a probability of 1/8, as pictures of like things are.

import Glibc
import Similarity

struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func beside(_ hash: UInt64) -> UInt64 {
    (0...Int.random(in: 0...6, using: &self)).reduce(hash) { hash, _ in
      hash ^ 1 << UInt64.random(in: 0..<64, using: &self)
    }
  }

  mutating func around(_ hash: UInt64) -> UInt64 { hash ^ next() & next() & next() }

  mutating func one(of hashes: [UInt64]) -> UInt64 {
    hashes[Int.random(in: hashes.indices, using: &self)]
  }
}

func mixture(_ count: Int, _ random: inout SplitMix64) -> [UInt64] {
  var hashes: [UInt64] = []
  hashes.reserveCapacity(count)
  for number in 0..<count {
    hashes.append(number % 2 == 0 ? random.next() : random.beside(random.one(of: hashes)))
  }
  return hashes
}

func clusters(_ count: Int, _ random: inout SplitMix64) -> [UInt64] {
  let centres = (0..<1000).map { _ in random.next() }
  var hashes: [UInt64] = []
  hashes.reserveCapacity(count)
  for _ in 0..<count { hashes.append(random.around(random.one(of: centres))) }
  return hashes
}

/// Bytes of memory in use now.
func resident() -> Int {
  var text = [UInt8](repeating: 0, count: 200)
  let file = unsafe open("/proc/self/statm", O_RDONLY)
  let length = unsafe text.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
  close(file)
  let fields = String(decoding: text.prefix(max(0, length)), as: UTF8.self).split(separator: " ")
  return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * sysconf(Int32(_SC_PAGESIZE))
}

/// The most bytes of memory so far.
func peak() -> Int {
  var usage = rusage()
  unsafe getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss * 1024
}

func seconds(_ body: () -> Void) -> Double {
  let duration = ContinuousClock().measure(body)
  return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

/// What the index is compared with: 64 hashes at a time without a branch, then one by one where
/// any is near.
func scan(
  _ hashes: [UInt64], near hash: UInt64, within radius: Int, into neighbours: inout [Neighbour]
) {
  for start in stride(from: 0, to: hashes.count, by: 64) {
    let block = start..<min(start + 64, hashes.count)
    var least = 64
    for number in block { least = min(least, (hashes[number] ^ hash).nonzeroBitCount) }
    if least > radius { continue }
    for number in block {
      let distance = (hashes[number] ^ hash).nonzeroBitCount
      if distance <= radius { neighbours.append(Neighbour(number: number, distance: distance)) }
    }
  }
}

func measure(count: Int, radius: Int, queries: Int, clustered: Bool) {
  var random = SplitMix64(state: 7)
  let hashes = clustered ? clusters(count, &random) : mixture(count, &random)
  let wanted = (0..<queries).map { number in
    number % 2 == 0 ? random.next() : random.beside(random.one(of: hashes))
  }
  var index = HashIndex()
  let before = resident()
  let build = seconds { for hash in hashes { index.append(hash) } }
  let (after, most) = (resident(), peak())

  var (found, neighbours) = ([Int](), [Neighbour]())
  let search = seconds {
    for hash in wanted {
      neighbours.removeAll(keepingCapacity: true)
      index.collect(near: hash, within: radius, into: &neighbours)
      found.append(neighbours.count)
    }
  }
  // A scan takes so long that fewer will do.
  let fewer = wanted.prefix(max(1, queries / 50))
  let scans = seconds {
    for (number, hash) in fewer.enumerated() {
      neighbours.removeAll(keepingCapacity: true)
      scan(hashes, near: hash, within: radius, into: &neighbours)
      precondition(neighbours.count == found[number], "the index and the scan differ")
    }
  }
  print("search-nanoseconds", Int(search / Double(queries) * 1e9))
  print("scan-nanoseconds", Int(scans / Double(fewer.count) * 1e9))
  print("neighbours", Double(found.reduce(0, +)) / Double(queries))
  print("build-seconds", build)
  print("resident-bytes", Double(after - before) / Double(count))
  print("peak-bytes", Double(most - before) / Double(count))
}

let arguments = CommandLine.arguments.dropFirst()
let numbers = arguments.prefix(3).compactMap { Int($0) }
guard numbers.count == 3, numbers[0] > 1, numbers[2] > 0 else {
  print("usage: similarity-benchmark COUNT RADIUS QUERIES [clustered]")
  exit(64)
}
measure(
  count: numbers[0], radius: numbers[1], queries: numbers[2],
  clustered: arguments.last == "clustered")
