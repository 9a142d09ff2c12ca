extension Collection where Self: BidirectionalCollection, Element == UInt32 {
  /// Whether the scalars end with others: what `starts(with:)` asks of the beginning.
  ///
  /// - Complexity: O(length of `ending`).
  func ends(with ending: some BidirectionalCollection<UInt32>) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }

  /// Whether others stand among the scalars in one stretch: 江山 in 江山市.
  ///
  /// - Complexity: O(length × length of `part`).
  func holds(_ part: some Collection<UInt32>) -> Bool {
    indices.contains { self[$0...].starts(with: part) }
  }
}
