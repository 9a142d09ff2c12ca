import HanText

/// Canonical names of places: parts of a chain take the longest chain the document gives, a short
/// form the full one where the full one stands as a place too.
struct PlaceNames {
  /// The distinct surfaces, a number each.
  private var numbers = ScalarTrie.empty
  private var places: [Place] = []

  /// Chains longer than this are compared whole only.
  private static let longest = 40

  /// What is known of one surface.
  private struct Place {
    let text: Scalars
    /// The full form, empty where the text is one.
    var form: Scalars
    /// The full form where it stands as a place, or else the text.
    var whole: Scalars = []
    /// The longest chain that ends with the place, by its number.
    var chain: Int?
    /// Whether a chain ends with the place that is no part of the longest one.
    var isDisputed = false
  }

  /// Settles the names of all places of a document.
  ///
  /// - Parameter surfaces: text of each place and, for a short form, its full form.
  /// - Complexity: O(total length of the distinct names × length of a name, at most `longest`).
  init(_ surfaces: [(text: Scalars, full: Scalars)]) {
    for surface in surfaces {
      let fresh = Int32(truncatingIfNeeded: places.count)
      if let known = numbers.insert(surface.text, value: fresh) {
        places[Int(known)].form = surface.full
      } else {
        places.append(Place(text: surface.text, form: surface.full))
      }
    }
    // Which places end in a certain way.
    var endings = ScalarTrie.empty
    var ending: [[Int]] = []
    for k in places.indices {
      let (text, form) = (places[k].text, places[k].form)
      let hasForm = !form.isEmpty
      places[k].whole = hasForm && numbers.value(of: form) != nil ? form : text
      for word in hasForm && form != text ? [text, form] : [text] {
        let fresh = Int32(truncatingIfNeeded: ending.count)
        let reversed: Scalars = word.reversed()
        if let known = endings.insert(reversed, value: fresh) {
          ending[Int(known)].append(k)
        } else {
          ending.append([k])
        }
      }
    }
    let chains = places.indices.sorted {
      let (a, b) = (places[$0].text, places[$1].text)
      return a.count != b.count ? a.count > b.count : b.lexicographicallyPrecedes(a)
    }
    for chain in chains where places[chain].text.count <= Self.longest {
      let text = places[chain].text
      endings.forEachMatchBackward(in: text, before: text.count) { _, list in
        for k in ending[Int(list)] where text.count > places[k].whole.count {
          if let longest = places[k].chain {
            let isPart = places[longest].text.ends(with: text)
            if !isPart { places[k].isDisputed = true }
          } else {
            places[k].chain = chain
          }
        }
      }
    }
  }

  /// The canonical name of a place.
  subscript(text: Scalars) -> String {
    guard let number = numbers.value(of: text) else { return String(scalars: text) }
    let place = places[Int(number)]
    // Two different chains that end alike: a wrong merge is worse than none.
    guard !place.isDisputed, let chain = place.chain else { return String(scalars: place.whole) }
    return String(scalars: places[chain].text)
  }
}
