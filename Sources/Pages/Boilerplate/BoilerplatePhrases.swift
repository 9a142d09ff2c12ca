import HanText

/// The phrases that label what stands beside an article, from `Data/boilerplate.tsv`.
struct BoilerplatePhrases: Sendable {
  /// What a phrase announces.
  enum Kind: Int32, Sendable {
    /// Links or abstracts of other articles follow.
    case related
    /// Links to the previous and next article.
    case pager
    /// Reader comments.
    case comment
    /// Copyright, licences, disclaimers, contact lines.
    case legal
    /// Who edited, checked and signed the page.
    case credit
    /// Signs that the article is over.
    case finish
    /// The line of source and publication time, key words, counters.
    case meta
    /// Share, print and font-size bars.
    case bar
    /// Menus and breadcrumbs.
    case nav
    /// The medium's own advertising.
    case promo
    /// Part of an article only between its sentences.
    case zone

    init?(_ name: String) {
      switch name {
      case "related": self = .related
      case "pager": self = .pager
      case "comment": self = .comment
      case "legal": self = .legal
      case "credit": self = .credit
      case "finish": self = .finish
      case "meta": self = .meta
      case "bar": self = .bar
      case "nav": self = .nav
      case "promo": self = .promo
      case "zone": self = .zone
      default: return nil
      }
    }

    /// Whether the article ends at the latest here.
    var endsArticle: Bool { rawValue <= Kind.finish.rawValue }
  }

  /// Where in a line a phrase counts.
  enum Place: Int32, Sendable {
    case any, short, label, colon, whole

    init?(_ name: String) {
      switch name {
      case "any": self = .any
      case "short": self = .short
      case "label": self = .label
      case "colon": self = .colon
      case "whole": self = .whole
      default: return nil
      }
    }
  }

  /// Longest lines, in visible scalars, for the places `any` and `short`.
  static let anyLimit = 90
  static let shortLimit = 50

  private let trie: ScalarTrie
  /// Which pairs of characters begin a phrase, by `pair`; a filter that lets few others pass.
  private let pairs: [Bool]
  /// Which low bytes phrases of one character have.
  private let singles: [Bool]

  /// The table of the program.
  static let standard = BoilerplatePhrases(table: EmbeddedData.boilerplate)

  init(table: UnsafeRawBufferPointer) {
    var trie = ScalarTrie(keys: 1_200)
    var singles = [Bool](repeating: false, count: 256)
    var pairs = [Bool](repeating: false, count: 0x1_0000)
    TableLines.forEach(in: table) { fields in
      guard fields.count >= 3, let first = fields[0].first,
        let kind = Kind(String(scalars: fields[1])), let place = Place(String(scalars: fields[2]))
      else { return }
      if fields[0].count == 1 {
        singles[Int(first & 0xFF)] = true
      } else {
        pairs[Self.pair(first, fields[0][1])] = true
      }
      trie.insert(fields[0], value: kind.rawValue << 4 | place.rawValue)
    }
    self.trie = trie
    self.pairs = pairs
    self.singles = singles
  }

  private static func pair(_ first: UInt32, _ next: UInt32) -> Int {
    Int(truncatingIfNeeded: (first &* 0x9E3B &+ next &* 0x3D) & 0xFFFF)
  }

  /// The longest phrase at `start`, with its length.
  @inline(__always)
  func match(
    in shadow: Scalars, at start: Int
  ) -> (length: Int, kind: Kind, place: Place)? {
    let next = start + 1 < shadow.count ? shadow[start + 1] : 0
    guard pairs[Self.pair(shadow[start], next)] || singles[Int(shadow[start] & 0xFF)],
      let found = trie.longestMatch(in: shadow, at: start),
      let kind = Kind(rawValue: found.value >> 4), let place = Place(rawValue: found.value & 15)
    else { return nil }
    return (found.length, kind, place)
  }
}
