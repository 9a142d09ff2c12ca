/// What the parts of phrases add to their scores, kept for one figure: many phrases begin or end
/// with the same word.
struct PartSums {
  /// By token.
  private var sums: [Int32] = []
  private var slots: [[UInt32]] = []
  /// The figure that each was made for; 0 for none.
  private var figures: [UInt32] = []
  private var figure: UInt32 = 0

  /// Forgets all sums, and makes room for those of so many tokens.
  mutating func begin(_ count: Int, isRecorded: Bool) {
    if figure == UInt32.max {
      figures = Array(repeating: 0, count: figures.count)
      figure = 0
    }
    figure += 1
    guard figures.count < count else { return }
    figures = Array(repeating: 0, count: 2 * count)
    sums = Array(repeating: 0, count: 2 * count)
    if isRecorded { slots = Array(repeating: [], count: 2 * count) }
  }

  /// The sum of the part at a token; `nil` where none was kept for this figure.
  @inline(__always)
  func sum(_ token: Int) -> Int32? {
    token < figures.count && figures[token] == figure ? sums[token] : nil
  }

  /// The features of that part.
  func slots(_ token: Int) -> [UInt32] { token < slots.count ? slots[token] : [] }

  /// Keeps a sum.
  mutating func keep(_ token: Int, _ sum: Int32, _ features: ArraySlice<UInt32>) {
    guard token < figures.count else { return }
    figures[token] = figure
    sums[token] = sum
    if token < slots.count { slots[token] = Array(features) }
  }
}
