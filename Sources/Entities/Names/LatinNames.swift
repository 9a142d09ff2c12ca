import HanText

/// Finds names of persons in Latin letters: 总经理Peter Smith, Anna Lee教授说.
struct LatinNames {
  let shadow: Scalars
  let matches: LexiconMatches

  /// The names in order: two to four capitalised words with single spaces between them, behind a
  /// title or before a title or a verb of saying.
  ///
  /// - Complexity: O(length).
  func find() -> [NameCandidate] {
    var found: [NameCandidate] = []
    var i = 0
    while i < shadow.count {
      guard isUpper(i), i == 0 || !Marks.isLetter(shadow[i - 1]) else {
        i += 1
        continue
      }
      let run = words(from: i)
      if run.count >= 2, run.count <= 4, isPerson(i, run.end) {
        found.append(NameCandidate(span: TextSpan(i, run.end), kind: .person, score: 6))
      }
      i = max(run.end, i + 1)
    }
    return found
  }

  private func isUpper(_ i: Int) -> Bool {
    i < shadow.count && shadow[i] >= 0x41 && shadow[i] <= 0x5A
  }

  /// Capitalised words from here on: how many, and where the last one ends.
  private func words(from start: Int) -> (count: Int, end: Int) {
    var count = 0
    var end = start
    var i = start
    while isUpper(i), count < 6 {
      var j = i + 1
      while j < shadow.count, isInner(j) { j += 1 }
      // An initial may end in a full stop; other words have small letters.
      guard j - i >= 2 || j < shadow.count && shadow[j] == u(".") else { break }
      if j < shadow.count, shadow[j] == u("."), j - i <= 2 { j += 1 }
      count += 1
      end = j
      guard j + 1 < shadow.count, shadow[j] == 0x20 else { break }
      i = j + 1
    }
    return (count, end)
  }

  /// A small letter, an accented one, or the mark inside Mary-Ann and O'Neill.
  private func isInner(_ i: Int) -> Bool {
    let c = shadow[i]
    if c == u("-") || c == u("'") || c == 0x2019 { return isUpper(i + 1) }
    if c >= 0x41 && c <= 0x5A {
      return i > 0
        && (shadow[i - 1] == u("-") || shadow[i - 1] == u("'") || shadow[i - 1] == 0x2019)
    }
    return c >= 0x61 && c <= 0x7A || c >= 0xC0 && c < 0x250
  }

  private func isPerson(_ start: Int, _ end: Int) -> Bool {
    var left = start
    if left > 0, shadow[left - 1] == 0x20 { left -= 1 }
    if matches.longest(endingAt: left, .role) != nil { return true }
    var right = end
    if right < shadow.count, shadow[right] == 0x20 { right += 1 }
    if let say = matches.longest(at: right, [.say]) {
      return say.end - say.start > 1 || say.end < shadow.count && shadow[say.end] != u("明")
    }
    return matches.longest(at: right, .role).map { $0.end - $0.start > 1 } ?? false
  }
}
