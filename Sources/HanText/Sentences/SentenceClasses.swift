import CICU

/// What each scalar is to Unicode's rules for sentences: its property Sentence_Break, asked of ICU
/// once.
///
/// Scalars that `SentenceRules` keeps an eye on carry a flag beside their class. Blocks of 256
/// scalars of one class (all of Han) share a page, which stays in the fastest cache.
struct SentenceClasses: Sendable {
  /// The values of the property, numbered as ICU's `USentenceBreak` (uchar.h).
  enum Class {
    static let latinStop: UInt8 = 1  // ATerm: . ．
    static let close: UInt8 = 2  // Close: brackets and quotation marks, opening ones as well
    static let format: UInt8 = 3
    static let lower: UInt8 = 4
    static let numeric: UInt8 = 5
    static let letter: UInt8 = 6  // OLetter: Han and other letters without case
    static let separator: UInt8 = 7  // Sep: NEL, LS, PS
    static let space: UInt8 = 8
    static let stop: UInt8 = 9  // STerm: 。！？
    static let upper: UInt8 = 10
    static let carriageReturn: UInt8 = 11
    static let extend: UInt8 = 12
    static let lineFeed: UInt8 = 13
    static let goesOn: UInt8 = 14  // SContinue: ，、：
  }

  /// Set beside the class of everything that a scan for the next boundary has to look at: what ends
  /// sentences and lines, and 《》".
  static let flag: UInt8 = 0x80

  /// Which page each block of 256 scalars of the Basic Multilingual Plane has.
  private var pageOfBlock: [UInt8] = []
  /// Pages of 256 classes.
  private var pages: [UInt8] = []

  static let standard = SentenceClasses()

  private init() {
    pageOfBlock.reserveCapacity(256)
    var ownPage: [UInt8: UInt8] = [:]  // of blocks of one class, by class
    for block in UInt32(0)..<256 {
      let number = UInt8(truncatingIfNeeded: pages.count / 256)
      // Blocks that the standard gives to ideographs or Hangul syllables alone.
      let isUniform =
        (0x34...0x4C).contains(block) || (0x4E...0x9E).contains(block)
        || (0xAC...0xD6).contains(block)
      if isUniform {
        if let known = ownPage[Class.letter] {
          pageOfBlock.append(known)
          continue
        }
        ownPage[Class.letter] = number
      }
      pageOfBlock.append(number)
      pages += isUniform ? Array(repeating: Class.letter, count: 256) : Self.classes(of: block)
    }
  }

  /// The classes of a block, flags set.
  private static func classes(of block: UInt32) -> [UInt8] {
    var classes = [UInt8](repeating: 0, count: 256)
    eduai_sentence_classes(block << 8, 256, &classes)
    for i in classes.indices {
      switch classes[i] {
      case Class.latinStop, Class.stop, Class.separator, Class.carriageReturn, Class.lineFeed:
        classes[i] |= flag
      default:
        let c = block << 8 | UInt32(i)
        if c == 0x22 || c == u("《") || c == u("》") || ScalarClass.isLineEnd(c) {
          classes[i] |= flag
        }
      }
    }
    return classes
  }

  /// The class of a scalar beyond the Basic Multilingual Plane; few texts have one.
  @inline(never)
  private static func rare(_ scalar: UInt32) -> UInt8 {
    var found: UInt8 = 0
    eduai_sentence_classes(scalar, 1, &found)
    return found
  }

  /// The table as plain memory, for loops over scalars.
  struct View {
    fileprivate let pageOfBlock: UnsafeBufferPointer<UInt8>
    fileprivate let pages: UnsafeBufferPointer<UInt8>

    /// The class of a scalar and its flag.
    @inline(__always)
    subscript(scalar: UInt32) -> UInt8 {
      scalar < 0x10000 ? common(scalar) : SentenceClasses.rare(scalar)
    }

    /// The same for a scalar of the Basic Multilingual Plane.
    @inline(__always)
    func common(_ scalar: UInt32) -> UInt8 {
      pages[Int(pageOfBlock[Int(scalar &>> 8)]) &<< 8 | Int(scalar & 0xFF)]
    }
  }

  /// Calls `body` with a view of the table.
  @inline(__always)
  func withView<R>(_ body: (View) -> R) -> R {
    pageOfBlock.withUnsafeBufferPointer { pageOfBlock in
      pages.withUnsafeBufferPointer { pages in
        body(View(pageOfBlock: pageOfBlock, pages: pages))
      }
    }
  }
}
