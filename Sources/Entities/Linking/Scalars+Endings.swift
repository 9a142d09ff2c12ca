extension Collection where Self: BidirectionalCollection, Element == UInt32 {
  /// Whether the scalars end with others: what `starts(with:)` asks of the beginning.
  ///
  /// - Complexity: O(length of `ending`).
  func ends(with ending: some BidirectionalCollection<UInt32>) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
