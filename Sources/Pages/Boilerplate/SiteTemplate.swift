import HanText

/// Lines that several pages of one folder share: the furniture of a site, whatever its words.
///
/// Lines are known by hashes of their visible characters. A line has to stand in three pages, and in
/// half of those that were looked at; pages that are copies of one another, as agencies' texts are
/// in several papers, count as one.
public struct SiteTemplate: Sendable {
  /// Sorted.
  private let hashes: [UInt64]

  /// Fewest pages that a line of the template stands in.
  static let leastPages = 3

  /// Fewest lines of a menu or box that is told by repetition alone.
  static let leastMenu = 3

  /// Compares pages.
  ///
  /// - Complexity: O(n log n) in the lines of all pages.
  init(pages: [Page]) {
    var known: [PageSketch] = []
    for page in pages {
      let sketch = PageSketch(page)
      if !known.contains(where: sketch.isCopy) { known.append(sketch) }
    }
    let needed = max(Self.leastPages, (known.count + 1) / 2)
    var all = known.flatMap(\.lines)
    all.sort()
    var shared: [UInt64] = []
    var start = 0
    for i in all.indices where i + 1 == all.count || all[i + 1] != all[i] {
      if i + 1 - start >= needed { shared.append(all[i]) }
      start = i + 1
    }
    hashes = shared
  }

  /// Whether there are no such lines.
  var isEmpty: Bool { hashes.isEmpty }

  /// Whether a line stands on several pages.
  ///
  /// - Complexity: O(length + log lines).
  func holds(_ line: ArraySlice<UInt32>) -> Bool {
    guard let hash = SiteTemplate.hash(line) else { return false }
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == hash
  }

  /// FNV-1a over what is visible; `nil` for lines of less than two characters.
  fileprivate static func hash(_ line: ArraySlice<UInt32>) -> UInt64? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var visible = 0
    for c in line where !ScalarKind.isBlank(c) {
      hash = (hash ^ UInt64(c)) &* 0x100_0000_01B3
      visible += 1
    }
    return visible > 1 ? hash : nil
  }
}

/// What is kept of a page to compare it with others.
private struct PageSketch {
  /// The hashes of its lines, each once.
  private(set) var lines: Set<UInt64> = []
  /// Those of its sentences, with their lengths.
  private var sentences: [(hash: UInt64, count: Int)] = []

  init(_ page: Page) {
    for block in page.blocks {
      let line = page.text[block.range]
      guard let hash = SiteTemplate.hash(line), lines.insert(hash).inserted else { continue }
      if line.contains(where: ScalarKind.isSentenceEnd) { sentences.append((hash, line.count)) }
    }
  }

  /// Whether nine tenths of a page's sentences stand on another: the same article.
  func isCopy(of other: PageSketch) -> Bool {
    var all = 0
    var shared = 0
    for sentence in sentences {
      all += sentence.count
      if other.lines.contains(sentence.hash) { shared += sentence.count }
    }
    return all > 0 && shared * 10 >= all * 9
  }
}
