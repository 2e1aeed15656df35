/// The box of a grid, and how it is divided.
struct Frame: Sendable {
  /// How many rows and columns there may be.
  private static let maximumCount = 256.0
  /// The least height of a row and width of a column, in degrees.
  ///
  /// A millionth of it is still far more than the numbers of degrees are wrong.
  private static let minimumLength = 1e-6

  let latitudes: ClosedRange<Double>
  let longitudes: ClosedRange<Double>
  let rows: Int
  let columns: Int
  private let rowsPerDegree: Double
  private let columnsPerDegree: Double

  /// The box of the edges within ±180, divided so finely that no more than some five times
  /// as many edges stand in the cells as there are.
  init(_ edges: [Edge]) {
    latitudes = (edges.map(\.south).min() ?? 0)...(edges.map(\.north).max() ?? 0)
    longitudes =
      max(edges.map(\.west).min() ?? 0, -180)...min(edges.map(\.east).max() ?? 0, 180)
    let (height, width) = (latitudes.length, longitudes.length)
    let budget = Double(2 * max(edges.count, 64))
    rows = Self.count(budget, height, passed: edges.reduce(0) { $0 + ($1.north - $1.south) })
    columns = Self.count(budget, width, passed: edges.reduce(0) { $0 + ($1.east - $1.west) })
    // A little less, so that the northern and the eastern border are in the last ones.
    rowsPerDegree = rows == 1 ? 0 : Double(rows) / height * (1 - 1e-9)
    columnsPerDegree = columns == 1 ? 0 : Double(columns) / width * (1 - 1e-9)
  }

  private static func count(_ budget: Double, _ length: Double, passed: Double) -> Int {
    Int(max(min(budget * length / passed, length / minimumLength, maximumCount), 1))
  }

  @inline(__always)
  func contains(latitude: Double, longitude: Double) -> Bool {
    latitude >= latitudes.lowerBound && latitude <= latitudes.upperBound
      && longitude >= longitudes.lowerBound && longitude <= longitudes.upperBound
  }

  /// The row of a latitude in the frame.
  @inline(__always)
  func row(_ latitude: Double) -> Int {
    Int((latitude - latitudes.lowerBound) * rowsPerDegree)
  }

  /// The column of a longitude in the frame.
  @inline(__always)
  func column(_ longitude: Double) -> Int {
    Int((longitude - longitudes.lowerBound) * columnsPerDegree)
  }

  /// The column of any longitude: -1 for all that is west of the frame, `columns` for the east.
  func columnOrBeyond(_ longitude: Double) -> Int {
    if longitude < longitudes.lowerBound { return -1 }
    return longitude > longitudes.upperBound ? columns : column(longitude)
  }

  /// The columns that the edge has part in, in this row; rather one too many.
  func columns(of edge: Edge, inRow row: Int) -> ClosedRange<Int> {
    guard edge.north > edge.south else {
      return columnOrBeyond(edge.west)...columnOrBeyond(edge.east)
    }
    // Divisions are not exact: what is a millionth of a cell beyond it is taken for in it.
    let south = edge.longitude(at: row == 0 ? -90 : latitude(Double(row) - 1e-6))
    let north = edge.longitude(at: row == rows - 1 ? 90 : latitude(Double(row + 1) + 1e-6))
    let margin = 1e-6 / columnsPerDegree
    let west = max(min(south, north) - margin, edge.west)
    let east = min(max(south, north) + margin, edge.east)
    return columnOrBeyond(west)...columnOrBeyond(max(west, east))
  }

  private func latitude(_ row: Double) -> Double { latitudes.lowerBound + row / rowsPerDegree }
}

extension ClosedRange<Double> {
  fileprivate var length: Double { upperBound - lowerBound }
}
