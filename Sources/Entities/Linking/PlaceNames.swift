import HanText

/// Canonical names of places: parts of a chain take the longest chain the document gives, a short
/// form the full one where the full one stands as a place too.
struct PlaceNames {
  /// The canonical name of each place surface.
  private var names: [String: String] = [:]

  /// Settles the names of all places of a document.
  ///
  /// - Parameter surfaces: text of each place and, for a short form, its full form.
  /// - Complexity: O(distinct places²) string comparisons.
  init(_ surfaces: [(text: String, full: String)]) {
    let present = Set(surfaces.map(\.text))
    var distinct: [String: String] = [:]
    for surface in surfaces { distinct[surface.text] = surface.full }
    let byLength = present.sorted { ($0.count, $0) > ($1.count, $1) }
    for (text, full) in distinct {
      let whole = !full.isEmpty && present.contains(full) ? full : text
      let ends = full.isEmpty ? [text] : [text, full]
      let chains = byLength.filter { chain in
        chain.count > whole.count && ends.contains { chain.hasSuffix($0) }
      }
      // Two different chains that end alike: a wrong merge is worse than none.
      if let longest = chains.first, chains.allSatisfy({ longest.hasSuffix($0) }) {
        names[text] = longest
      } else {
        names[text] = whole
      }
    }
  }

  /// The canonical name of a place.
  subscript(text: String) -> String { names[text] ?? text }
}
