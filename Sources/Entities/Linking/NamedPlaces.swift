import HanText

/// The provinces, cities and districts a document names, which complete elliptical names of bodies
/// (市教育局).
struct NamedPlaces {
  /// The level that an elliptical name begins with.
  enum Level: Int {
    case province, city, district, town, village

    /// The level a scalar stands for; `nil` for none.
    init?(_ c: UInt32) {
      switch c {
      case u("省"): self = .province
      case u("市"): self = .city
      case u("区"), u("县"): self = .district
      case u("镇"), u("乡"): self = .town
      case u("村"): self = .village
      default: return nil
      }
    }
  }

  private struct Named {
    let name: Scalars
    var count = 0
  }

  private var names: [[Named]] = [[], [], [], [], []]
  private var indexes: [[Scalars: Int]] = [[:], [:], [:], [:], [:]]
  /// Where places stand, in order.
  private var standing: [[(start: Int, index: Int)]] = [[], [], [], [], []]

  /// Counts one place; those of one level come in the order of the text.
  ///
  /// - Complexity: O(length of the name).
  mutating func count(_ name: Scalars, _ level: Level, at start: Int) {
    let l = level.rawValue
    let k = indexes[l][name] ?? names[l].count
    if k == names[l].count {
      names[l].append(Named(name: name))
      indexes[l][name] = k
    }
    names[l][k].count += 1
    standing[l].append((start, k))
  }

  /// The place that a bare level means at an offset: the one the document names far more often than
  /// any other, or else the only one that stands before it in its paragraph.
  ///
  /// - Parameters:
  ///   - last: the last scalar of its name, which tells 区 from 县.
  ///   - paragraph: where the paragraph begins.
  /// - Complexity: O(distinct places of the level + 32).
  func place(_ level: Level, endingWith last: UInt32, at start: Int, paragraph: Int) -> Scalars? {
    let fitting = names[level.rawValue].filter { $0.name.last == last || level == .province }
    guard
      let best = fitting.max(by: {
        $0.count != $1.count ? $0.count < $1.count : $0.name.count > $1.name.count
      })
    else { return nil }
    // 正安县 and 贵州省遵义市正安县 are one.
    let isClear = fitting.allSatisfy {
      $0.name.ends(with: best.name) || best.name.ends(with: $0.name) || $0.count * 2 <= best.count
    }
    if isClear { return best.name.last == last ? best.name : nil }
    let places = standing[level.rawValue]
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].start < start { low = middle + 1 } else { high = middle }
    }
    var only: Scalars?
    for k in stride(from: low - 1, through: max(0, low - 32), by: -1) {
      guard places[k].start >= paragraph else { break }
      let name = names[level.rawValue][places[k].index].name
      guard name.last == last else { continue }
      if let only, !only.ends(with: name), !name.ends(with: only) { return nil }
      only = only ?? name
    }
    return only
  }
}
