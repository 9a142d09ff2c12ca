import HanText

/// Canonical names of places: parts of a chain take the longest chain the document gives, a short
/// form the full one where the full one stands as a place too.
struct PlaceNames {
  /// The canonical name of each place surface.
  private var names: [String: String] = [:]

  /// Chains longer than this are compared whole only.
  private static let longest = 40

  /// What is known of one surface while the chains are read.
  private struct Place {
    let text: String
    /// The full form where it stands as a place, or else the text.
    let whole: String
    /// The longest chain that ends with the place.
    var chain: String?
    /// Whether a chain ends with the place that is no part of the longest one.
    var isDisputed = false
  }

  /// Settles the names of all places of a document.
  ///
  /// - Parameter surfaces: text of each place and, for a short form, its full form.
  /// - Complexity: O(total length of the distinct names × length of a name, at most `longest`).
  init(_ surfaces: [(text: String, full: String)]) {
    var full: [String: String] = [:]
    for surface in surfaces { full[surface.text] = surface.full }
    var places: [Place] = []
    // Which places end in a certain way.
    var byEnding: [String: [Int]] = [:]
    for (text, form) in full.sorted(by: { $0.key < $1.key }) {
      let whole = !form.isEmpty && full[form] != nil ? form : text
      for ending in form.isEmpty || form == text ? [text] : [text, form] {
        byEnding[ending, default: []].append(places.count)
      }
      places.append(Place(text: text, whole: whole))
    }
    let chains = places.map { Scalars($0.text) }.sorted {
      $0.count != $1.count ? $0.count > $1.count : $1.lexicographicallyPrecedes($0)
    }
    for chain in chains where chain.count <= Self.longest {
      let text = String(scalars: chain)
      for start in chain.indices {
        guard let ends = byEnding[String(scalars: chain[start...])] else { continue }
        for k in ends where chain.count > places[k].whole.unicodeScalars.count {
          if let longest = places[k].chain {
            if longest != text, !longest.hasSuffix(text) { places[k].isDisputed = true }
          } else {
            places[k].chain = text
          }
        }
      }
    }
    // Two different chains that end alike: a wrong merge is worse than none.
    for place in places {
      names[place.text] = place.isDisputed ? place.whole : place.chain ?? place.whole
    }
  }

  /// The canonical name of a place.
  subscript(text: String) -> String { names[text] ?? text }
}
