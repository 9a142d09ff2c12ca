import HanText

/// The lines of a page after repair.
public struct RepairedLines: Sendable {
  /// The lines, as many as went in.
  public var lines: [Scalars]
  /// Number of repairs made.
  public var repairs: Int
  /// Every repair, in order of the text; filled only when asked for.
  public var changes: [Change]
}

/// Undoes what mirror sites and scrapers did to a page.
///
/// - Pinyin annotations put in at byte level, and the byte slips they and the splitting of the page
///   caused, but only on pages that show the pattern as a whole (see `DamageEvidence`). Where a byte
///   is truly lost, the most plausible reading is chosen and the change is marked as a guess.
/// - Remains of markup, doubled entities, zero-width characters, control characters.
///
/// Text without damage comes back as it is. Repairing repaired text changes nothing.
public struct DamageRepair: Sendable {
  /// Makes a repairer; it has no state.
  public init() {}

  /// Repairs the lines of one whole page.
  ///
  /// - Parameters:
  ///   - lines: all lines or blocks of the page, in order: the page is judged as a whole.
  ///   - lineNumbers: their lines in the source text, from 1, for the changes; the number of a line
  ///     without one is 0.
  ///   - explains: whether to list the changes.
  /// - Returns: as many lines as were given, each in its place.
  /// - Complexity: O(length).
  public func repair(
    _ lines: [Scalars], lineNumbers: [Int] = [], explains: Bool = false
  ) -> RepairedLines {
    var result = RepairedLines(lines: lines, repairs: 0, changes: [])
    var signs = lines.map { DamageSigns.of($0) }
    guard signs.contains(where: { !$0.isEmpty }) else { return result }
    var log = RepairLog(explains: explains)
    if signs.contains(where: { $0.contains(.annotation) }), let evidence = DamageEvidence(lines) {
      undoSlips(evidence, lineNumbers, in: &result.lines, log: &log)
      signs = result.lines.map { DamageSigns.of($0) }
    }
    for index in result.lines.indices where !signs[index].isEmpty {
      log.line = index < lineNumbers.count ? lineNumbers[index] : 0
      if signs[index].contains(.markup) {
        // An entity may stand for a stray character.
        result.lines[index] = MarkupRepair.repair(result.lines[index], log: &log)
        signs[index].insert(.stray)
      }
      if signs[index].contains(.stray) {
        result.lines[index] = StrayCharacterRepair.repair(result.lines[index], log: &log)
      }
    }
    result.repairs = log.repairs
    result.changes = log.changesInOrder
    return result
  }

  /// Whether a page holds anything that a repair may change, lines not told apart; most do not.
  ///
  /// - Complexity: O(length).
  static func mayRepair(_ text: Scalars) -> Bool {
    let signs = DamageSigns.ofPage(text)
    if signs.isEmpty { return false }
    return signs != .annotation || DamageEvidence.mayBeDamaged(text)
  }

  /// Takes annotations out and decodes slips, where it can be done within the budget: a flood of marks
  /// is left alone rather than repaired by half.
  private func undoSlips(
    _ evidence: DamageEvidence, _ lineNumbers: [Int], in lines: inout [Scalars],
    log: inout RepairLog
  ) {
    for triesDropped in evidence.keepsPrivateUse ? [false] : [true, false] {
      var walk = LineWalk(evidence: evidence, lines: lines, triesDropped: triesDropped)
      var attempt = lines
      var attemptLog = log
      for index in lines.indices where !walk.isExhausted {
        attemptLog.line = index < lineNumbers.count ? lineNumbers[index] : 0
        attempt[index] = walk.repair(lines[index], log: &attemptLog)
      }
      if walk.isExhausted { continue }
      lines = attempt
      log = attemptLog
      return
    }
  }
}

/// Counts repairs and, where asked, lists them.
struct RepairLog {
  /// Whether changes are listed.
  let explains: Bool
  /// The source line of what is repaired now.
  var line = 0
  private(set) var repairs = 0
  private var changes: [Change] = []

  /// The changes by line, in the order they were made.
  var changesInOrder: [Change] {
    // A stable sort: changes of one line keep their order.
    changes.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }

  init(explains: Bool) { self.explains = explains }

  /// Notes one repair.
  mutating func add(
    _ kind: Change.Kind, _ reason: String, before: some Sequence<UInt32>,
    after: some Sequence<UInt32>
  ) {
    repairs += 1
    guard explains else { return }
    changes.append(
      Change(
        line: line, kind: kind, reason: reason, before: String(scalars: before),
        after: String(scalars: after)))
  }
}
