/// What the words of a sentence add to the scores of phrases, by token: many phrases begin or end with
/// the same word, for one figure and for the next.
struct PartSums {
  /// `unknown` where nothing was kept.
  private var sums: [Int32] = []

  /// No score comes near it.
  private static let unknown = Int32.min

  /// Forgets all sums, and makes room for those of so many tokens.
  mutating func begin(_ count: Int) {
    sums.removeAll(keepingCapacity: true)
    sums.append(contentsOf: repeatElement(Self.unknown, count: count))
  }

  /// The sum kept for a token; `nil` where none was.
  @inline(__always)
  subscript(_ token: Int) -> Int32? {
    get { token < sums.count && sums[token] != Self.unknown ? sums[token] : nil }
    set { if token < sums.count { sums[token] = newValue ?? Self.unknown } }
  }
}
