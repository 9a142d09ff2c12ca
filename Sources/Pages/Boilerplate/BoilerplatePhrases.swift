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
  /// Passes where a phrase may begin that counts anywhere, or in short lines.
  private let inside: StartFilter
  /// Passes where a phrase may begin that counts in long lines.
  private let insideLong: StartFilter

  /// The table of the program.
  static let standard = BoilerplatePhrases(table: EmbeddedData.boilerplate)

  /// A phrase found in a line.
  struct Found {
    /// Its length in scalars.
    let length: Int
    let kind: Kind
    let place: Place
  }

  init(table: UnsafeRawBufferPointer) {
    var trie = ScalarTrie(keys: 1_200)
    var inside = StartFilter()
    var insideLong = StartFilter()
    TableLines.forEach(in: table) { fields in
      guard fields.count >= 3, let first = fields[0].first,
        let kind = Kind(String(scalars: fields[1])), let place = Place(String(scalars: fields[2]))
      else { return }
      trie.insert(fields[0], value: kind.rawValue << 4 | place.rawValue)
      if place == .any || place == .short { inside.insert(fields[0]) }
      if place == .any, kind == .legal { insideLong.insert(fields[0]) }
    }
    self.trie = trie
    self.inside = inside
    self.insideLong = insideLong
  }

  /// The longest phrase at `start`.
  func match(in shadow: Scalars, at start: Int) -> Found? {
    trie.longestMatch(in: shadow, at: start).flatMap(Self.found)
  }

  /// Calls `body` with the longest phrase at each offset of a range where one begins that counts
  /// anywhere or in short lines (in long lines: anywhere, and is legal); a longer phrase of another
  /// place hides it.
  ///
  /// - Complexity: O(length); a load where nothing begins.
  @inline(__always)
  func forEachInside(
    _ shadow: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, isLong: Bool,
    _ body: (Found) -> Void
  ) {
    let filter = isLong ? insideLong : inside
    for i in range {
      let next = i &+ 1 < shadow.count ? shadow[i &+ 1] : 0
      guard filter.passes(shadow[i], next),
        let found = trie.longestMatch(in: shadow, at: i).flatMap(Self.found)
      else { continue }
      body(found)
    }
  }

  private static func found(_ match: ScalarTrie.Match) -> Found? {
    guard let kind = Kind(rawValue: match.value >> 4), let place = Place(rawValue: match.value & 15)
    else { return nil }
    return Found(length: match.length, kind: kind, place: place)
  }
}

/// Passes the pairs of characters that a set of phrases begins with, and few others.
private struct StartFilter: Sendable {
  /// A bit for each value of `pair`.
  private var pairs = [UInt64](repeating: 0, count: 1 << 10)
  /// A bit for the low byte of each phrase of one character.
  private var singles = [UInt64](repeating: 0, count: 4)

  /// Adds a phrase.
  mutating func insert(_ phrase: Scalars) {
    guard let first = phrase.first else { return }
    if phrase.count == 1 {
      singles[Int(first >> 6 & 3)] |= 1 << UInt64(first & 63)
    } else {
      let pair = Self.pair(first, phrase[1])
      pairs[pair >> 6] |= 1 << UInt64(pair & 63)
    }
  }

  /// Whether a phrase may begin with a character before another.
  @inline(__always)
  func passes(_ first: UInt32, _ next: UInt32) -> Bool {
    let pair = Self.pair(first, next)
    let bits =
      pairs[pair >> 6] >> UInt64(pair & 63) | singles[Int(first >> 6 & 3)] >> UInt64(first & 63)
    return bits & 1 != 0
  }

  @inline(__always)
  private static func pair(_ first: UInt32, _ next: UInt32) -> Int {
    Int(truncatingIfNeeded: (first &* 0x9E3B &+ next &* 0x3D) & 0xFFFF)
  }
}
