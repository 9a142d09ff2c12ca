import HanText

/// The phrases that label what stands beside an article, from `Data/boilerplate.tsv`.
final class BoilerplatePhrases: Sendable {
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
    /// No phrase at all: a menu at the top that other pages of the folder have as well.
    case repeated

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

    /// The one that counts before the other: those that end articles first.
    static func stronger(_ a: Kind?, _ b: Kind?) -> Kind? {
      guard let a, let b else { return a ?? b }
      return a.rawValue <= b.rawValue ? a : b
    }

    /// Whether the article ends at the latest here.
    var endsArticle: Bool { rawValue <= Kind.finish.rawValue }
  }

  /// Where in a line a phrase counts.
  enum Place: Int32, Sendable {
    case any, short, label, colon, whole
    /// As `any`, but sentences of articles have it as well: it counts beside another such phrase, or in
    /// a label: a few words, or numbers and bars, and no sentence.
    case paired
    /// Speaks as the site or to its reader; counts only for a `paired` phrase of the same line.
    case address

    init?(_ name: String) {
      switch name {
      case "any": self = .any
      case "short": self = .short
      case "label": self = .label
      case "colon": self = .colon
      case "whole": self = .whole
      case "paired": self = .paired
      case "address": self = .address
      default: return nil
      }
    }
  }

  /// Longest lines, in visible scalars, for the places `any` and `short`.
  static let anyLimit = 90
  static let shortLimit = 50

  private let trie: ScalarTrie
  /// Passes where any phrase may begin.
  private let anywhere: StartFilter
  /// Passes where a phrase may begin that counts anywhere, or in short lines.
  private let inside: StartFilter
  /// Passes where one may begin that counts in long lines.
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
    var anywhere = StartFilter()
    var inside = StartFilter()
    var insideLong = StartFilter()
    TableLines.forEach(in: table) { fields in
      guard fields.count >= 3, !fields[0].isEmpty,
        let kind = Kind(String(scalars: fields[1])), let place = Place(String(scalars: fields[2]))
      else { return }
      trie.insert(fields[0], value: kind.rawValue << 4 | place.rawValue)
      anywhere.insert(fields[0])
      switch place {
      case .any, .paired, .address: inside.insert(fields[0])
      case .label where kind == .legal: inside.insert(fields[0])
      case .short:
        inside.insert(fields[0])
        return
      case .label, .colon, .whole: return
      }
      if kind == .legal { insideLong.insert(fields[0]) }
    }
    self.trie = trie
    self.anywhere = anywhere
    self.inside = inside
    self.insideLong = insideLong
  }

  /// The longest phrase at `start`.
  func match(in shadow: Scalars, at start: Int) -> Found? {
    let next = start + 1 < shadow.count ? shadow[start + 1] : 0
    guard anywhere.mayBegin(with: shadow[start], next) else { return nil }
    return trie.longestMatch(in: shadow, at: start).flatMap(Self.found)
  }

  /// The strongest kind of the phrases inside a range that count anywhere or in short lines; a longer
  /// phrase of another place hides one.
  ///
  /// - Parameters:
  ///   - isLong: whether the line is long; in one only legal phrases that count anywhere or in pairs do.
  ///   - isShort: whether phrases for short lines count, tool bars only where `allowsBars`.
  ///   - isNotice: whether phrases that sentences have too count by themselves.
  /// - Complexity: O(length); a load where nothing begins.
  func strongest(
    in shadow: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, isLong: Bool, isShort: Bool,
    allowsBars: Bool, isNotice: Bool
  ) -> Kind? {
    var best: Kind?
    var pair = Pair()
    var start = range.lowerBound
    while let i = isLong
      ? insideLong.next(in: shadow, from: start, to: range.upperBound)
      : inside.next(in: shadow, from: start, to: range.upperBound)
    {
      start = i &+ 1
      guard let found = trie.longestMatch(in: shadow, at: i).flatMap(Self.found) else { continue }
      switch found.place {
      case .any where !isLong || found.kind == .legal: best = Kind.stronger(best, found.kind)
      case .short where isShort && (found.kind != .bar || allowsBars):
        best = Kind.stronger(best, found.kind)
      case .paired where isNotice: best = Kind.stronger(best, found.kind)
      case .paired, .address: best = Kind.stronger(best, pair.kind(with: found, at: i))
      case .label where found.kind == .legal:
        best = Kind.stronger(best, pair.kind(with: found, at: i))
      case .any, .short, .label, .colon, .whole: break
      }
    }
    return best
  }

  /// A paired phrase of a line and another one beside it, which mean something together only.
  private struct Pair {
    private var paired: Kind?
    private var count = 0
    private var end = 0

    /// What the phrases up to this one announce.
    mutating func kind(with found: Found, at start: Int) -> Kind? {
      if start >= end {
        end = start + found.length
        count += 1
        if found.place == .paired { paired = Kind.stronger(paired, found.kind) }
      }
      return count > 1 ? paired : nil
    }
  }

  private static func found(_ match: ScalarTrie.Match) -> Found? {
    guard let kind = Kind(rawValue: match.value >> 4), let place = Place(rawValue: match.value & 15)
    else { return nil }
    return Found(length: match.length, kind: kind, place: place)
  }
}
