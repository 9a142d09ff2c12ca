import HanText

@testable import Pages

/// A seeded generator (SplitMix64), so that every run damages alike.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return RepairModel.mix(state)
  }
}

/// The mechanism that damages pages, in forward direction: a Traditional text becomes CP936 bytes,
/// every character of the site's table gets its reading behind it by replacement of bytes, the page
/// is split at some pairs, decoded, and scraped.
struct MirrorSimulator {
  /// The site's characters with their readings, in the order of replacement.
  var table: [(pair: [UInt8], annotation: [UInt8])]
  /// Share of the places at which a paragraph is split, in percent.
  var splitPercent = 46
  /// Whether the scraper keeps private-use characters.
  var keepsPrivateUse = true
  /// Whether the scraper turns full-width ASCII into ASCII.
  var convertsFullWidth = false

  /// Characters seen annotated, most widespread first, each with the reading of its site.
  static let characters =
    "發fā 業yè 區qū 產chǎn 現xiàn 關guān 內nèi 戰zhàn 數shù 統tǒng 領lǐng 術shù 結jié 規guī 據jù 聯lián "
    + "質zhì 構gòu 創chuàng 態tài 環huán 礎chǔ 續xù 優yōu 穩wěn 協xié 監jiān 養yǎng 訓xùn 驅qū 側cè 冊cè "
    + "節jié 範fàn 績jì 謹jǐn 驗yàn 網wǎng 學xué 經jīng 習xí 當dāng 應yīng 責zé 設shè 轉zhuǎn 標biāo "
    + "貿mào 務wù 風fēng 權quán 負fù 絡luò 復fù 預yù 準zhǔn 擔dān 動dòng 勵lì 個gè 會huì 萬wàn 時shí 對duì "
    + "獎jiǎng 來lái 級jí 進jìn 點diǎn 實shí 評píng 認rèn 語yǔ 場chǎng 達dá 補bǔ 說shuō 計jì 專zhuān "
    + "項xiàng 國guó 報bào 開kāi 類lèi 過guò 強qiáng 調diào 機jī 門mén 測cè 費fèi 長cháng 為wèi 們men"

  /// A site that annotates the first characters of the list, in an order of its own.
  init(characters count: Int, hasSpace: Bool = false, using generator: inout SeededGenerator) {
    table = Self.characters.split(separator: " ").prefix(count).compactMap { entry in
      guard let first = entry.unicodeScalars.first else { return nil }
      let reading = String(entry.unicodeScalars.dropFirst())
      return (
        Self.encode([first.value]), Self.encode(Scalars("(" + reading + (hasSpace ? " )" : ")")))
      )
    }
    table.shuffle(using: &generator)
  }

  /// CP936 bytes; what the code page lacks becomes `?`.
  static func encode(_ text: Scalars) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text {
      let pair = CodePage936.shared.pair(scalar)
      if scalar < 0x80 {
        bytes.append(UInt8(scalar))
      } else if pair != 0 {
        bytes.append(UInt8(pair >> 8))
        bytes.append(UInt8(pair & 0xFF))
      } else {
        bytes.append(0x3F)
      }
    }
    return bytes
  }

  /// Whether every scalar of a text has a place in the code page.
  static func canEncode(_ text: Scalars) -> Bool {
    text.allSatisfy { $0 < 0x80 || CodePage936.shared.pair($0) != 0 }
  }

  /// Damages the paragraphs of a page.
  ///
  /// - Returns: the damaged paragraphs, and the true ones as far as scraping changes them.
  func damage(
    _ paragraphs: [Scalars], using generator: inout SeededGenerator
  ) -> (damaged: [Scalars], truth: [Scalars]) {
    var page: [UInt8] = []
    for paragraph in paragraphs {
      page += Self.encode(Scalars("<p>")) + Self.encode(paragraph) + Self.encode(Scalars("</p>\n"))
    }
    for entry in table { page = Self.annotate(page, entry.pair, entry.annotation) }
    var damaged: [Scalars] = []
    for paragraph in page.split(separator: 10, omittingEmptySubsequences: false).dropLast() {
      var shown: Scalars = []
      for piece in split(Array(paragraph), using: &generator) { shown += Self.decode(piece) }
      damaged.append(scrape(shown))
    }
    return (damaged, paragraphs.map(scrape))
  }

  private static func annotate(
    _ page: [UInt8], _ pair: [UInt8], _ annotation: [UInt8]
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(page.count)
    var index = 0
    while index < page.count {
      if index + 1 < page.count, page[index] == pair[0], page[index + 1] == pair[1] {
        result += pair + annotation
        index += 2
      } else {
        result.append(page[index])
        index += 1
      }
    }
    return result
  }

  private static let splitPairs: [[UInt8]] = [
    [0xA3, 0xA1], [0xA3, 0xAC], [0xA3, 0xBB], [0xA3, 0xBF], [0xA1, 0xA2],
  ]

  private func split(
    _ paragraph: [UInt8], using generator: inout SeededGenerator
  ) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var start = 0
    for index in stride(from: 100, to: paragraph.count - 1, by: 1)
    where Self.splitPairs.contains([paragraph[index], paragraph[index + 1]]) {
      guard Int.random(in: 0..<100, using: &generator) < splitPercent else { continue }
      pieces.append(Array(paragraph[start..<index]))
      start = index
    }
    pieces.append(Array(paragraph[start...]))
    return pieces
  }

  private static func decode(_ bytes: [UInt8]) -> Scalars {
    var shown: Scalars = []
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      index += 1
      if lead < 0x80 {
        shown.append(UInt32(lead))
      } else if lead == 0x80 {
        shown.append(0x20AC)
      } else if index == bytes.count {
        shown.append(u("?"))
      } else {
        let scalar = CodePage936.shared.scalar(UInt16(lead) << 8 | UInt16(bytes[index]))
        shown.append(scalar == 0 ? u("?") : scalar)
        index += 1
      }
    }
    return shown
  }

  private func scrape(_ shown: Scalars) -> Scalars {
    var text: Scalars = []
    var index = 0
    while index < shown.count {
      let scalar = shown[index]
      if scalar == u("<"), let end = shown[index...].firstIndex(of: u(">")) {
        index = end + 1
        continue
      }
      index += 1
      if !keepsPrivateUse, CodePage936.isUserDefined(scalar) { continue }
      if convertsFullWidth, scalar >= 0xFF01, scalar <= 0xFF5E {
        text.append(scalar - 0xFEE0)
      } else if convertsFullWidth, scalar == 0x3000 {
        text.append(0x20)
      } else {
        text.append(scalar)
      }
    }
    return text
  }
}

/// Differences of two texts.
enum EditDistance {
  /// The least number of scalars to insert, delete or replace.
  ///
  /// - Complexity: O(lengths × differences) by the band around the diagonal.
  static func between(_ one: Scalars, _ other: Scalars) -> Int {
    var one = one[...]
    var other = other[...]
    while let a = one.first, a == other.first {
      one.removeFirst()
      other.removeFirst()
    }
    while let a = one.last, a == other.last {
      one.removeLast()
      other.removeLast()
    }
    if one.isEmpty || other.isEmpty { return max(one.count, other.count) }
    let a = Array(one)
    let b = Array(other)
    var row = Array(0...b.count)
    for i in 1...a.count {
      var diagonal = row[0]
      row[0] = i
      for j in 1...b.count {
        let above = row[j]
        row[j] = min(min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
