import HanText

/// Finds where branches match a folded text.
///
/// A branch is tried only where its first item can stand. Branches of literals are compared; others
/// run as a set of steps (Thompson 1968), so a place costs at most the length of the branch squared,
/// whatever the text is: nothing is ever tried twice.
struct PatternMatcher: Sendable {
  /// One step; an optional one may be left out.
  private struct Step: Sendable {
    var item: KeywordPattern.Item
    var isOptional: Bool
  }

  private struct Machine: Sendable {
    var branch: KeywordPattern.Branch
    /// Set where all items are literals.
    var literal: Scalars?
    var steps: [Step]
  }

  private let machines: [Machine]
  /// Machines by the literal they begin with.
  private let byFirst: [UInt32: [Int]]
  /// Machines that begin with something else.
  private let others: [Int]
  /// Whether a machine begins with a scalar of these low 12 bits: rules out most places at once.
  private let mayStart: [Bool]

  init(_ branches: [KeywordPattern.Branch]) {
    var machines: [Machine] = []
    var byFirst: [UInt32: [Int]] = [:]
    var others: [Int] = []
    var mayStart = [Bool](repeating: false, count: 4096)
    for branch in branches {
      var literal: Scalars? = []
      var steps: [Step] = []
      for item in branch.items {
        if case .literal(let scalar) = item { literal?.append(scalar) } else { literal = nil }
        if item == .gap {
          for _ in 0..<KeywordPattern.longestGap {
            steps.append(Step(item: item, isOptional: true))
          }
        } else {
          steps.append(Step(item: item, isOptional: false))
        }
      }
      if case .literal(let first) = branch.items.first {
        byFirst[first, default: []].append(machines.count)
        mayStart[Int(first & 4095)] = true
      } else {
        others.append(machines.count)
      }
      machines.append(Machine(branch: branch, literal: literal, steps: steps))
    }
    self.machines = machines
    self.byFirst = byFirst
    self.others = others
    self.mayStart = mayStart
  }

  func matches(in text: Scalars) -> [TextSpan] {
    var found: [TextSpan] = []
    var i = 0
    while i < text.count {
      guard !others.isEmpty || mayStart[Int(text[i] & 4095)] else {
        i += 1
        continue
      }
      if let span = longest(at: i, in: text, after: found.last?.end ?? 0) {
        found.append(span)
        i = max(span.end, i + 1)
      } else {
        i += 1
      }
    }
    return found
  }

  /// The longest match of any machine whose first item stands at `start`.
  private func longest(at start: Int, in text: Scalars, after limit: Int) -> TextSpan? {
    var best: TextSpan?
    func consider(_ index: Int) {
      guard let span = match(machines[index], at: start, in: text, after: limit) else { return }
      if best.map({ span.end > $0.end }) ?? true { best = span }
    }
    for index in byFirst[text[start]] ?? [] { consider(index) }
    for index in others { consider(index) }
    return best
  }

  private func match(
    _ machine: Machine, at start: Int, in text: Scalars, after limit: Int
  ) -> TextSpan? {
    var first = start
    if FoldedText.cutsRun(text, at: start) {
      guard machine.branch.isOpenAtStart else { return nil }
      while first > limit, FoldedText.cutsRun(text, at: first) { first -= 1 }
    }
    let found =
      if let literal = machine.literal {
        end(of: literal, at: start, in: text, isOpen: machine.branch.isOpenAtEnd)
      } else {
        end(of: machine, at: start, in: text)
      }
    guard var end = found else { return nil }
    while FoldedText.cutsRun(text, at: end) { end += 1 }
    return TextSpan(first, end)
  }

  private func end(of literal: Scalars, at start: Int, in text: Scalars, isOpen: Bool) -> Int? {
    guard start + literal.count <= text.count else { return nil }
    for (k, scalar) in literal.enumerated() where text[start + k] != scalar { return nil }
    let end = start + literal.count
    return !isOpen && FoldedText.cutsRun(text, at: end) ? nil : end
  }

  /// The nearest end of a match that begins at `start`.
  private func end(of machine: Machine, at start: Int, in text: Scalars) -> Int? {
    let steps = machine.steps
    guard let first = steps.first, Self.allows(first.item, text[start]) else { return nil }
    // `active[k]`: everything before step k is matched.
    var active = [Bool](repeating: false, count: steps.count + 1)
    var next = active
    enter(0, steps, &active)
    var i = start
    while i < text.count {
      var isAlive = false
      for k in steps.indices where active[k] && Self.allows(steps[k].item, text[i]) {
        enter(k + 1, steps, &next)
        isAlive = true
      }
      guard isAlive else { return nil }
      i += 1
      if next[steps.count], machine.branch.isOpenAtEnd || !FoldedText.cutsRun(text, at: i) {
        return i
      }
      swap(&active, &next)
      for k in next.indices { next[k] = false }
    }
    return nil
  }

  /// Makes a step active, and those behind it that can be reached by leaving optional ones out.
  private func enter(_ step: Int, _ steps: [Step], _ active: inout [Bool]) {
    var k = step
    while !active[k] {
      active[k] = true
      guard k < steps.count, steps[k].isOptional else { return }
      k += 1
    }
  }

  private static func allows(_ item: KeywordPattern.Item, _ scalar: UInt32) -> Bool {
    switch item {
    case .literal(let wanted): scalar == wanted
    case .any: !ScalarClass.isSpace(scalar)
    case .set(let ranges, let isNegated):
      !ScalarClass.isLineEnd(scalar)
        && ranges.contains { $0.contains(scalar) } != isNegated
    case .gap: !ScalarClass.isLineEnd(scalar) && !endsSentence(scalar)
    }
  }

  private static func endsSentence(_ scalar: UInt32) -> Bool {
    switch scalar {
    case u("。"), u("！"), u("？"), u("!"), u("?"): true
    default: false
    }
  }
}
