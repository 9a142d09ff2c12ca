import HanText

/// An article as cleaned: its text with damage repaired and boilerplate removed, and what the
/// page says about it.
public struct Article: Sendable {
  /// The document's name in every output.
  public var document: String
  /// The article text of the contract: title line where there is one, then one paragraph a line.
  public var text: Scalars {
    didSet { keptShadow = nil }
  }
  /// The text's shadow where it has been made.
  private var keptShadow: Scalars?
  /// The title, in the script of the source, without the site's suffix.
  public var title: String?
  /// Publication time, ISO 8601, to the precision the page gives.
  public var published: String?
  /// The medium the article comes from.
  public var source: String?
  /// Authors of the byline, without editors.
  public var authors: [String] = []
  /// The script of the article text.
  public var script: Script = .hans
  /// What 元, 兆 and local usage mean here.
  public var region: Region = .cn
  /// IANA name of the source's encoding; `nil` for text that came decoded.
  public var encoding: String?
  /// Number of undecodable byte sequences, each a U+FFFD in the source text.
  public var undecodable = 0
  /// Number of repairs made, as listed in `changes`.
  public var repairs = 0
  /// Number of non-empty lines or blocks of the page that are not in `text`.
  public var removedLines = 0
  /// Every repair and every removed line with its reason; filled only when asked for.
  public var changes: [Change] = []
  /// Members of a JSON line carried through to JSON Lines output.
  public var carried: [(key: String, json: String)] = []

  /// Makes an article of a text; everything else can be set afterwards.
  public init(document: String, text: Scalars) {
    self.document = document
    self.text = text
  }

  /// The Simplified shadow of the text.
  ///
  /// - Complexity: O(1) after `readScript()`, else O(length).
  public var shadow: Scalars { keptShadow ?? Shadow.make(text) }

  /// Sets the script by the text, and keeps the shadow that is made on the way.
  ///
  /// - Complexity: O(length).
  mutating func readScript() {
    // Where the page's shadow served, the script is known as well.
    guard keptShadow == nil else { return }
    let shadow = Shadow.profiled(text)
    script = shadow.profile.script
    keptShadow = shadow.scalars
  }

  /// Sets the text together with its shadow and script, which are known.
  mutating func setText(_ text: Scalars, shadow: Scalars, script: Script) {
    self.text = text
    self.script = script
    keptShadow = shadow
  }
}

/// One thing that cleaning did to a page, for `eduai clean --explain`.
public struct Change: Sendable, Equatable {
  /// What was done.
  public enum Kind: String, Sendable {
    /// Damage was undone exactly.
    case repaired
    /// Damage was undone by choosing the most plausible reading: part of it is a guess.
    case guessed
    /// A line or block was left out of the article text.
    case removed
    /// A line became metadata (publication time, source).
    case metadata
  }

  /// Line of the source text, from 1.
  public var line: Int
  /// What was done.
  public var kind: Kind
  /// The reason in a few plain words: `pinyin annotation`, `link list`, `editor's credit`.
  public var reason: String
  /// The text before; for a removed line the line itself.
  public var before: String
  /// The text after a repair; empty for a removed line.
  public var after: String

  /// Makes a change.
  public init(line: Int, kind: Kind, reason: String, before: String, after: String = "") {
    self.line = line
    self.kind = kind
    self.reason = reason
    self.before = before
    self.after = after
  }
}
