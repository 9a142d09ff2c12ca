import HanText

/// Finds every figure and date of a document, by rules over the Simplified shadow.
///
/// One pass over each sentence: a table says at which scalars a figure or date can begin, readers
/// take it from there. Nothing is allocated per character.
///
/// - Source: the contract's Figures and Dates; `docs/figures.md` for the grammar with examples.
public struct FigureRecognizer: Sendable {
  private let lexicon = FigureLexicon.shared
  private let starts = StartTable.shared

  private let subjects: ChoiceWeights

  /// Makes a recognizer with the built-in tables.
  public init() { subjects = .subjects }

  /// Makes a recognizer that chooses subjects by weights of the caller's.
  package init(subjects: ChoiceWeights) { self.subjects = subjects }

  /// The figures and dates of a document, in order, without overlaps.
  ///
  /// - Parameters:
  ///   - document: the article text with shadow and sentences.
  ///   - excluding: spans of names and policy titles that others found, sorted; nothing inside
  ///     them is a figure or date.
  /// - Complexity: O(length of the text).
  public func mentions(in document: Document, excluding: [TextSpan]) -> [Mention] {
    var pass = FigurePass(
      document: document, lexicon: lexicon, starts: starts, subjects: subjects)
    return pass.run(excluding: excluding)
  }

  /// Lets a teacher hear of every figure of a document that may have a subject.
  package func teach(_ teacher: SubjectTeacher, _ document: Document, excluding: [TextSpan]) {
    var pass = FigurePass(
      document: document, lexicon: lexicon, starts: starts, subjects: subjects, teacher: teacher)
    _ = pass.run(excluding: excluding)
  }
}

/// Where figures and dates can begin: one byte for each scalar of the BMP.
struct StartTable: Sendable {
  static let shared = StartTable()
  static let figure: UInt8 = 1
  static let date: UInt8 = 2
  /// Opens a title, which is skipped whole.
  static let title: UInt8 = 4

  private let flags: [UInt8]

  private init() {
    var flags = [UInt8](repeating: 0, count: 0x1_0000)
    for c in 0..<UInt32(0x1_0000) where NumeralScalar.isNumeral(c) {
      flags[Int(c)] = Self.figure | Self.date
    }
    for c in [u("第"), u("半"), u("几"), u("数")] { flags[Int(c)] |= Self.figure }
    for c in FigureLexicon.shared.dateFirsts where c < 0x1_0000 { flags[Int(c)] |= Self.date }
    flags[Int(u("《"))] = Self.title
    self.flags = flags
  }

  /// The first offset from `start` on, below `limit`, where a figure, date or title can begin;
  /// `limit` where none can.
  func next(in text: Scalars, from start: Int, limit: Int) -> Int {
    let end = min(limit, text.count)
    return flags.withUnsafeBufferPointer { flags in
      text.withUnsafeBufferPointer { text in
        var p = start
        while p < end, text[p] >= 0x1_0000 || flags[Int(text[p])] == 0 { p &+= 1 }
        return p < end ? p : limit
      }
    }
  }

  /// The flags of a scalar.
  @inline(__always)
  subscript(_ c: UInt32) -> UInt8 { c < 0x1_0000 ? flags[Int(c)] : 0 }
}
