import HanText

/// Counts of the kinds of scalars in a line, by one table look-up a scalar.
///
/// A table gives each scalar a number of eight lanes of eight bits, with a one in the lane of its
/// kind, so that a sum of up to 255 of them holds eight counts. Blocks of 256 scalars of one kind (all of Han,
/// most of the rest) share a page, which stays in the fastest cache.
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
  init(_ shadow: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, _ table: Lanes) {
    table.pageOfBlock.withUnsafeBufferPointer { pages in
      table.pages.withUnsafeBufferPointer { lanes in
        var start = range.lowerBound
        while start < range.upperBound {
          let end = min(start &+ 255, range.upperBound)
          var sum: UInt64 = 0
          while start &+ 4 <= end {
            let (a, b) = (shadow[start], shadow[start &+ 1])
            let (c, d) = (shadow[start &+ 2], shadow[start &+ 3])
            guard a | b | c | d < 0x10000 else { break }
            let first = lanes[Int(pages[Int(a &>> 8)]) &<< 8 | Int(a & 0xFF)]
            let second = lanes[Int(pages[Int(b &>> 8)]) &<< 8 | Int(b & 0xFF)]
            let third = lanes[Int(pages[Int(c &>> 8)]) &<< 8 | Int(c & 0xFF)]
            let fourth = lanes[Int(pages[Int(d &>> 8)]) &<< 8 | Int(d & 0xFF)]
            sum &+= first &+ second &+ third &+ fourth
            start &+= 4
          }
          while start < end {
            let c = shadow[start]
            sum &+=
              c < 0x10000
              ? lanes[Int(pages[Int(c >> 8)]) &<< 8 | Int(c & 0xFF)] : Lanes.lane(of: c)
            start &+= 1
          }
          add(sum)
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
  struct Lanes: Sendable {
    /// Which page each block of 256 scalars has.
    fileprivate var pageOfBlock: [UInt8] = []
    /// Pages of 256 lane numbers.
    fileprivate var pages: [UInt64] = []

    init() {
      pageOfBlock.reserveCapacity(256)
      var uniform: [(lane: UInt64, page: UInt8)] = []
      for block in UInt32(0)..<256 {
        let number = UInt8(truncatingIfNeeded: pages.count / 256)
        let first = Self.lane(of: block << 8)
        // From U+3100 to U+F8FF all of a block are of one kind.
        let isUniform = block >= 0x31 && block <= 0xF8
        if isUniform, let known = uniform.first(where: { $0.lane == first }) {
          pageOfBlock.append(known.page)
          continue
        }
        pageOfBlock.append(number)
        for low in UInt32(0)..<256 {
          pages.append(isUniform ? first : Self.lane(of: block << 8 | low))
        }
        if isUniform { uniform.append((first, number)) }
      }
    }

    /// A one in the lane of a scalar's kind; 0 for signs that nothing asks for.
    @inline(__always)
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
