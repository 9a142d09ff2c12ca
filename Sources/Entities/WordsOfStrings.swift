/// Beginnings and endings of names and roles. They shadow the standard library's, which compare
/// Chinese character by character under Unicode's equivalence, fifty times as slow; names are in one
/// normal form (`CanonicalName`), so that their bytes tell the same.
extension String {
  /// Whether it begins with a word.
  ///
  /// - Complexity: O(length of the word).
  func hasPrefix(_ word: String) -> Bool { utf8.starts(with: word.utf8) }

  /// Whether it ends with a word.
  ///
  /// - Complexity: O(length of the word).
  func hasSuffix(_ word: String) -> Bool {
    utf8.count >= word.utf8.count && utf8.suffix(word.utf8.count).elementsEqual(word.utf8)
  }
}
