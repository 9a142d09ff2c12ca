import HanText

/// A fault in a user's lexicon file.
public struct UserLexiconError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file as the user named it.
  public let file: String
  /// Line, from 1.
  public let line: Int
  /// What is wrong, in a few words.
  public let reason: String

  /// The message for the user: file, line, reason.
  public var description: String { "\(file):\(line): \(reason)" }
}

/// The user's own names, which win over every rule and model: tab-separated lines of name, type,
/// canonical name and subtype, in Traditional or Simplified script.
///
/// Type is `person`, `institution`, `place`, `policy`, or `none`, which suppresses. Empty lines
/// and lines that begin with `#` are skipped. Names are compared on the Simplified shadow; where
/// several begin at one place, the longest wins.
public struct UserLexicon: Sendable {
  /// What an entry makes of its name.
  enum Meaning: Sendable, Equatable {
    case person
    case institution(InstitutionKind)
    case place(PlaceKind)
    case policy
    case suppressed
  }

  /// One entry of the file found in a document.
  struct Found: Sendable {
    let span: TextSpan
    let meaning: Meaning
    /// Canonical name.
    let name: String
  }

  private struct Entry: Sendable {
    let meaning: Meaning
    let line: Int32
    /// Canonical name in `shadow`.
    let nameStart: Int32
    let nameEnd: Int32
    /// Name as written, in `source`, to tell a double entry from the same name in another script.
    let keyStart: Int32
    let keyEnd: Int32
  }

  private var trie = ScalarTrie()
  private var entries: [Entry] = []
  private let shadow: Scalars

  /// Reads a lexicon.
  ///
  /// - Parameters:
  ///   - bytes: the file: UTF-8, with or without a byte order mark.
  ///   - file: its name for messages.
  /// - Throws: `UserLexiconError` for a line with too few columns, an unknown type or subtype, a
  ///   name of one character, or a name entered before.
  /// - Complexity: O(number of bytes).
  public init(bytes: [UInt8], file: String) throws(UserLexiconError) {
    var source = Scalars()
    source.reserveCapacity(bytes.count / 2)
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): source.append(scalar.value)
      case .error: source.append(replacementScalar)
      case .emptyInput: break decoding
      }
    }
    if source.first == 0xFEFF { source.removeFirst() }
    shadow = Shadow.make(source)
    var start = 0
    var line = 1
    while start < source.count {
      var end = start
      while end < source.count, source[end] != 0x0A { end += 1 }
      try read(start, end, source, line, file)
      start = end + 1
      line += 1
    }
  }

  private mutating func read(
    _ start: Int, _ end: Int, _ source: Scalars, _ line: Int, _ file: String
  ) throws(UserLexiconError) {
    var fields: [TextSpan] = []
    var from = start
    for i in start...end where i == end || source[i] == 0x09 {
      fields.append(Self.trimmed(from, i, source))
      from = i + 1
    }
    guard let name = fields.first, start < end, source[start] != u("#") else { return }
    if fields.allSatisfy({ $0.count == 0 }) { return }
    func fail(_ reason: String) -> UserLexiconError {
      UserLexiconError(file: file, line: line, reason: reason)
    }
    guard fields.count >= 2, fields[1].count > 0 else {
      throw fail("too few columns: name and type are needed, separated by a tab")
    }
    guard name.count > 0 else { throw fail("the name is empty") }
    guard name.count > 1 else { throw fail("a name of one character would match everywhere") }
    let subtype = fields.count > 3 ? String(scalars: source[fields[3]]) : ""
    let meaning = try Self.meaning(String(scalars: source[fields[1]]), subtype, fail)
    let canonical = fields.count > 2 && fields[2].count > 0 ? fields[2] : name
    let entry = Entry(
      meaning: meaning, line: Int32(truncatingIfNeeded: line),
      nameStart: Int32(truncatingIfNeeded: canonical.start),
      nameEnd: Int32(truncatingIfNeeded: canonical.end),
      keyStart: Int32(truncatingIfNeeded: name.start), keyEnd: Int32(truncatingIfNeeded: name.end))
    let index = Int32(truncatingIfNeeded: entries.count)
    if let old = trie.insert(shadow[name], value: index) {
      let first = entries[Int(old)]
      let isOtherScript =
        source[Int(first.keyStart)..<Int(first.keyEnd)] != source[name.range]
        && first.meaning == meaning
      guard isOtherScript else {
        throw fail("double entry: the name stands on line \(first.line) already")
      }
      return
    }
    entries.append(entry)
  }

  private static func trimmed(_ start: Int, _ end: Int, _ source: Scalars) -> TextSpan {
    var start = start
    var end = end
    while start < end, Marks.isSpace(source[start]) { start += 1 }
    while end > start, Marks.isSpace(source[end - 1]) { end -= 1 }
    return TextSpan(start, end)
  }

  private static func meaning(
    _ type: String, _ subtype: String, _ fail: (String) -> UserLexiconError
  ) throws(UserLexiconError) -> Meaning {
    switch type {
    case "person": return .person
    case "policy": return .policy
    case "none": return .suppressed
    case "institution":
      if subtype.isEmpty { return .institution(.other) }
      guard let kind = InstitutionKind(rawValue: subtype) else {
        throw fail("unknown subtype of institution: \(subtype)")
      }
      return .institution(kind)
    case "place":
      if subtype.isEmpty { return .place(.other) }
      guard let kind = PlaceKind(rawValue: subtype) else {
        throw fail("unknown subtype of place: \(subtype)")
      }
      return .place(kind)
    default:
      throw fail(
        "unknown type: \(type) (person, institution, place, policy or none is expected)")
    }
  }

  /// The entries that stand in a document, leftmost and longest first, none overlapping.
  ///
  /// - Complexity: O(length of the document × length of the longest name that begins at a place).
  func entries(in document: Document) -> [Found] { entries(in: document.shadow) }

  private func entries(in text: Scalars) -> [Found] {
    var found: [Found] = []
    var i = 0
    while i < text.count {
      var best: (end: Int, value: Int32)?
      trie.forEachMatch(in: text, at: i) { end, value in
        if !Self.cutsWord(text, i) && !Self.cutsWord(text, end) { best = (end, value) }
      }
      guard let best else {
        i += 1
        continue
      }
      let entry = entries[Int(best.value)]
      let name = shadow[Int(entry.nameStart)..<Int(entry.nameEnd)]
      found.append(
        Found(
          span: TextSpan(i, best.end), meaning: entry.meaning,
          name: CanonicalName.make(name)))
      i = best.end
    }
    return found
  }

  /// Where names of the lexicon stand in a text, leftmost and longest first, none overlapping;
  /// suppressed ones left out.
  ///
  /// - Complexity: that of `entries(in:)`.
  package func nameSpans(in text: Scalars) -> [TextSpan] {
    entries(in: Shadow.make(text)).filter { $0.meaning != .suppressed }.map(\.span)
  }

  /// Whether an offset lies between two letters or digits of one Latin word.
  private static func cutsWord(_ text: Scalars, _ i: Int) -> Bool {
    guard i > 0, i < text.count else { return false }
    func isWord(_ c: UInt32) -> Bool { Marks.isLetter(c) || Marks.isDigit(c) }
    return isWord(text[i - 1]) && isWord(text[i])
  }
}
