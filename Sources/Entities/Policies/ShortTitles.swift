import HanText

/// Ties short titles to the full ones they stand for: 以下简称《办法》, and 《办法》 later on.
struct ShortTitles {
  let shadow: Scalars
  /// A longer title than this is not a short form.
  private static let longest = 12

  /// Sets `fullTitle` of short titles, which stand behind their full form in the text.
  ///
  /// - Complexity: O(number of titles × distinct endings looked at, at most 64 each).
  func link(_ policies: inout [FoundPolicy]) {
    var meaning = ScalarTrie.empty
    var targets: [Int] = []
    for k in policies.indices where !policies[k].isNumber {
      let span = policies[k].span
      if span.count <= Self.longest {
        if let known = meaning.value(of: shadow[span]) {
          policies[k].fullTitle = targets[Int(known)]
        } else if let full = target(of: k, in: policies) {
          policies[k].fullTitle = full
          meaning.insert(shadow[span], value: Int32(truncatingIfNeeded: targets.count))
          targets.append(full)
        }
      }
    }
  }

  /// The nearest longer title before a short one that it can stand for: announced by 简称, or
  /// ending with it.
  private func target(of k: Int, in policies: [FoundPolicy]) -> Int? {
    let span = policies[k].span
    if isAnnounced(policies[k].reach.start) {
      var j = k - 1
      while j >= 0, policies[j].isNumber || policies[j].fullTitle != nil { j -= 1 }
      if j >= 0, policies[j].span.count > span.count, span.start - policies[j].span.end < 40 {
        return j
      }
    }
    for j in stride(from: k - 1, through: max(0, k - 64), by: -1) {
      let full = policies[j].span
      if policies[j].isNumber || policies[j].fullTitle != nil || full.count <= span.count {
        continue
      }
      if ends(full, with: span) { return j }
    }
    return nil
  }

  /// 以下简称, 下称, 简称, 又称 right before a mark.
  private func isAnnounced(_ mark: Int) -> Bool {
    var i = mark - 1
    while i >= 0, mark - i <= 3, shadow[i] == u(":") || shadow[i] == u("：") || shadow[i] == u("“") {
      i -= 1
    }
    return i >= 1 && (shadow[i] == u("称") || shadow[i] == u("为") && shadow[i - 1] == u("称"))
  }

  /// Whether a title ends with another one, bracketed additions aside.
  private func ends(_ full: TextSpan, with short: TextSpan) -> Bool {
    var end = full.end
    if end > full.start, Marks.isClose(shadow[end - 1]) {
      var i = end - 1
      while i > full.start, !Marks.isOpen(shadow[i]) { i -= 1 }
      end = i
    }
    guard end - full.start > short.count else { return false }
    let tail = shadow[(end - short.count)..<end]
    return tail.elementsEqual(shadow[short])
  }
}
