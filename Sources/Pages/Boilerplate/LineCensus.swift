import HanText

/// Counts of the kinds of scalars in a line, by one table look-up a scalar.
///
/// A table gives each scalar a number of eight lanes of eight bits, with a one in the lane of its
/// kind, so that a sum of up to 255 of them holds eight counts. Blocks of 256 scalars that are alike
/// (all of Han, most of the rest) share a page, which stays in the fastest cache.
struct LineCensus {
  private(set) var blank = 0
  private(set) var han = 0
  private(set) var digits = 0
  private(set) var sentenceEnds = 0
  private(set) var commas = 0
  private(set) var bars = 0
  private(set) var arrows = 0
  /// Other scalars of words: letters and the like.
  private(set) var otherWords = 0

  /// Counts the scalars of a range of a shadow.
  ///
  /// - Complexity: O(length of the range).
  init(_ shadow: UnsafeBufferPointer<UInt32>, _ range: Range<Int>) {
    let table = Lanes.table
    table.pageOfBlock.withUnsafeBufferPointer { pages in
      table.pages.withUnsafeBufferPointer { lanes in
        var start = range.lowerBound
        while start < range.upperBound {
          let end = min(start &+ 255, range.upperBound)
          var sum: UInt64 = 0
          for i in start..<end {
            let c = shadow[i]
            sum &+=
              c < 0x10000
              ? lanes[Int(pages[Int(c >> 8)]) &<< 8 | Int(c & 0xFF)] : Lanes.lane(of: c)
          }
          add(sum)
          start = end
        }
      }
    }
  }

  private mutating func add(_ sum: UInt64) {
    blank &+= Int(sum & 0xFF)
    han &+= Int(sum >> 8 & 0xFF)
    digits &+= Int(sum >> 16 & 0xFF)
    sentenceEnds &+= Int(sum >> 24 & 0xFF)
    commas &+= Int(sum >> 32 & 0xFF)
    bars &+= Int(sum >> 40 & 0xFF)
    arrows &+= Int(sum >> 48 & 0xFF)
    otherWords &+= Int(sum >> 56)
  }

  /// The table of lanes for the Basic Multilingual Plane.
  private struct Lanes: Sendable {
    /// Which page each block of 256 scalars has.
    var pageOfBlock: [UInt8] = []
    /// Pages of 256 lane numbers, no two alike.
    var pages: [UInt64] = []

    static let table = Lanes()

    init() {
      for block in UInt32(0)..<256 {
        let page = (block << 8...block << 8 | 0xFF).map(Self.lane)
        let known = (0..<pages.count / 256).first {
          pages[($0 * 256)..<(($0 + 1) * 256)].elementsEqual(page)
        }
        pageOfBlock.append(UInt8(truncatingIfNeeded: known ?? pages.count / 256))
        if known == nil { pages += page }
      }
    }

    /// A one in the lane of a scalar's kind; 0 for signs that nothing asks for.
    static func lane(of c: UInt32) -> UInt64 {
      if ScalarKind.isHan(c) { return 1 << 8 }
      if ScalarKind.isBlank(c) { return 1 }
      if ScalarKind.isDigit(c) { return 1 << 16 }
      if ScalarKind.isSentenceEnd(c) { return 1 << 24 }
      switch c {
      case u("，"), u(","), u("；"), u(";"), u("、"): return 1 << 32
      case u("|"), u("｜"): return 1 << 40
      case u(">"), u("›"), u("»"): return 1 << 48
      default: return ScalarKind.isWord(c) ? 1 << 56 : 0
      }
    }
  }
}
