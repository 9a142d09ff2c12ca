/// Walks over the sentence boundaries of a text, exactly those of ICU's sentence iterator.
///
/// The rules are those of Unicode (UAX #29, section 5, SB3 to SB998), which ICU follows in Chinese
/// without change; a test holds them against ICU's iterator. Walking ICU's state tables costs ten
/// times as much, because nothing can be skipped there, and almost all of Chinese text is letters.
struct SentenceBoundaries {
  typealias Class = SentenceClasses.Class

  private let text: UnsafeBufferPointer<UInt32>
  private let classes: SentenceClasses.View
  /// The boundary found last.
  private var position = 0

  init(text: UnsafeBufferPointer<UInt32>, classes: SentenceClasses.View) {
    self.text = text
    self.classes = classes
  }

  /// The next boundary as a scalar offset, the last one being the text's end; `nil` behind it.
  ///
  /// - Parameter rules: is shown every scalar with a flag that stands before the boundary.
  /// - Complexity: O(distance).
  mutating func next(noting rules: inout SentenceRules) -> Int? {
    guard position < text.count else { return nil }
    var i = position
    while true {
      i = nextFlagged(from: i)
      guard i < text.count else { break }
      let kind = classes[text[i]]
      switch kind & ~SentenceClasses.flag {
      case Class.carriageReturn, Class.lineFeed, Class.separator:
        position = lineEnd(i, &rules)
        return position
      case Class.stop, Class.latinStop:
        if let end = end(behind: &i, &rules) {
          position = end
          return end
        }
      default:
        rules.note(text[i], at: i)
        i &+= 1
      }
    }
    position = text.count
    return position
  }

  /// The first scalar with a flag at or behind an offset, or the text's end.
  ///
  /// - Complexity: O(distance), four scalars a step.
  private func nextFlagged(from start: Int) -> Int {
    var i = start
    while i < text.count {
      while i &+ 4 <= text.count {
        let (a, b) = (text[i], text[i &+ 1])
        let (c, d) = (text[i &+ 2], text[i &+ 3])
        guard a | b | c | d < 0x10000 else { break }
        let first = UInt32(classes.common(a)) | UInt32(classes.common(b)) &<< 8
        let second = UInt32(classes.common(c)) | UInt32(classes.common(d)) &<< 8
        let flags = (first | second &<< 16) & 0x8080_8080
        if flags != 0 { return i &+ flags.trailingZeroBitCount &>> 3 }
        i &+= 4
      }
      // The end of the text, or a character beyond the first plane.
      let end = min(text.count, i &+ 4)
      while i < end {
        if classes[text[i]] >= SentenceClasses.flag { return i }
        i &+= 1
      }
    }
    return i
  }

  /// Behind a line end (SB3, SB4).
  @inline(__always)
  private func lineEnd(_ i: Int, _ rules: inout SentenceRules) -> Int {
    rules.note(text[i], at: i)
    let isPair = text[i] == 0x0D && i &+ 1 < text.count && text[i &+ 1] == 0x0A
    return i &+ (isPair ? 2 : 1)
  }

  /// The boundary behind the terminator at `i` (SB6 to SB11); `nil` where the sentence goes on, and
  /// then `i` is where to look further.
  private func end(behind i: inout Int, _ rules: inout SentenceRules) -> Int? {
    var terminator = i
    var isLatin = classes[text[i]] & ~SentenceClasses.flag == Class.latinStop
    var isBehindSpace = false
    i &+= 1
    while i < text.count {
      let flagged = classes[text[i]]
      let kind = flagged & ~SentenceClasses.flag
      switch kind {
      case Class.extend, Class.format: break
      case Class.stop, Class.latinStop:
        terminator = i
        isLatin = kind == Class.latinStop
        isBehindSpace = false
      case Class.goesOn:
        i &+= 1
        return nil
      case Class.carriageReturn, Class.lineFeed, Class.separator: return lineEnd(i, &rules)
      case Class.space: isBehindSpace = true
      case Class.close where !isBehindSpace: break
      default:
        return isLatin && goesOn(from: i, kind, behind: terminator) ? nil : i
      }
      if flagged != kind { rules.note(text[i], at: i) }
      i &+= 1
    }
    return text.count
  }

  /// Whether what begins at `i` goes on behind the Latin stop at `stop`: 3.5 (SB6), U.S. (SB7), or
  /// a lower-case letter before any other (SB8).
  private func goesOn(from i: Int, _ kind: UInt8, behind stop: Int) -> Bool {
    if kind == Class.numeric || kind == Class.upper {
      var last = i &- 1
      while last > stop, isIgnored(text[last]) { last &-= 1 }
      if last == stop {
        if kind == Class.numeric { return true }
        repeat { last &-= 1 } while last >= 0 && isIgnored(text[last])
        let before = last >= 0 ? classes[text[last]] : 0
        if before == Class.upper || before == Class.lower { return true }
      }
    }
    var k = i
    while k < text.count {
      switch classes[text[k]] & ~SentenceClasses.flag {
      case Class.lower: return true
      case Class.letter, Class.upper, Class.separator, Class.carriageReturn, Class.lineFeed,
        Class.stop, Class.latinStop:
        return false
      default: k &+= 1
      }
    }
    return false
  }

  /// Marks and format characters belong to what they follow (SB5).
  @inline(__always)
  private func isIgnored(_ c: UInt32) -> Bool {
    let kind = classes[c]
    return kind == Class.extend || kind == Class.format
  }
}
