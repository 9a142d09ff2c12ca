import Entities
import HanText
import Pages
import TestSupport
import Testing

/// Laws that hold for any text: no crash, spans inside the text and in order, values finite.
struct FigureLawTests {
  /// Pieces that numbers and dates are made of, so that random text is full of near misses.
  private static let pieces: [String] = [
    "1", "2", "0", "12", "2024", "99", "１２", "3.5", "1,234", ",", ".", "%", "％", "-", "—", "~",
    "一", "二", "两", "三", "五", "十", "百", "千", "万", "亿", "兆", "零", "〇", "几", "数", "多", "余",
    "半", "点", "分", "之", "第", "年", "月", "日", "号", "时", "周", "星期", "季度", "上", "下", "前",
    "后", "内", "以上", "以下", "左右", "约", "近", "超过", "最高", "增长", "下降", "增至", "翻", "番",
    "倍", "成", "折", "元", "块", "角", "人民币", "美元", "￥", "$", "个", "位", "名", "家", "大", "人才",
    "企业", "的", "、", "，", "。", "（", "）", "“", "”", "《", "》", " ", "\n", "去年", "今年", "年底",
    "十四五", "学年", "民国", "世纪", "年代", "km", "GB", "A", "AI", "\u{200F}", "\u{FFFD}", "😀", "比",
    "：", ":", "/", "+", "公里", "小时", "岁", "度", "来", "至", "到", "和", "起", "以来", "壹", "拾", "陆",
  ]

  @Test(arguments: 0..<40)
  func holdsForRandomText(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<600 { text += Self.pieces.randomElement(using: &generator) ?? "" }
    for region in ["cn", "tw", "hk"] {
      check(text, region: region, published: seed % 2 == 0 ? "2025-03-10" : "")
    }
  }

  @Test(arguments: [
    String(repeating: "9", count: 1000), String(repeating: "一", count: 1000),
    String(repeating: "万亿", count: 300), "1,,2", "第", "《第", "（（（12", "1２3４万", "12\u{200F}万",
    String(repeating: "1-", count: 400), String(repeating: "十", count: 500), "百分之", "3又", "分之三",
    "第第第一届", "从年到月", "2024年13月45日", "25:99", "零零零零年", "1/0", "0:0", "1比0", "", "\n\n",
    "99999999999999999999999999999999999亿元", "0.00000000000000000000000000000000000001%",
    "翻一百番", "一亿亿亿亿亿元", "-", "$", "￥", "第亿亿亿亿届", "二〇二四年二月三十日", "Q9", "“十”",
  ])
  func holdsForBadInput(_ text: String) {
    for region in ["cn", "tw", "hk"] { check(text, region: region, published: "2025-03-10") }
    for suffix in ["个", "元", "年", "%"] { check(text + suffix, region: "cn", published: "") }
  }

  private func check(_ text: String, region: String, published: String) {
    let (document, mentions) = FigureGolden.recognise(text, region: region, published: published)
    var end = 0
    for mention in mentions {
      #expect(mention.span.start >= end, "\(text)")
      #expect(mention.span.end <= document.text.count)
      #expect(mention.span.count > 0)
      #expect(!mention.name.isEmpty)
      end = mention.span.end
      if case .figure(let figure) = mention.kind {
        #expect(abs(figure.value.exponent) <= 60)
        #expect(figure.valueMax.map { $0 > figure.value } ?? true)
        #expect((figure.qualifier == .range) == (figure.valueMax != nil))
        #expect((figure.subtype == .change) == (figure.direction != nil))
      }
    }
  }

  @Test func numbersInsideNamesAreNone() {
    let text = "华兴三十六中有12个班，2030计划招500人。"
    let document = FigureGolden.recognise(text).document
    let school = TextSpan(0, 6)
    let plan = TextSpan(12, 18)
    let found = FigureRecognizer().mentions(in: document, excluding: [school, plan])
    #expect(found.map { String(scalars: document.text[$0.span]) } == ["12个班", "500人"])
  }

  /// Ten ways to print a whole number.
  private static func notations(_ value: Int) -> [String] {
    let plain = String(value)
    var grouped = ""
    for (i, digit) in plain.reversed().enumerated() {
      if i > 0, i % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    let separated = String(grouped.reversed())
    let wide = String(
      plain.unicodeScalars.map { Character(Unicode.Scalar($0.value + 0xFEE0) ?? "?") })
    let chinese = ChineseNumerals.write(value)
    let financial = ChineseNumerals.financial(chinese)
    let (wan, rest) = value.quotientAndRemainder(dividingBy: 10000)
    let mixed = wan > 0 ? "\(wan)万" + (rest >= 1000 ? "\(rest)" : "") : plain
    let decimal = wan > 0 ? ExactDecimal(Int128(value), exponent: -4).description + "万" : plain
    return [
      plain, separated, wide, chinese, financial, "约\(plain)", "超过\(chinese)",
      rest == 0 ? mixed : plain, decimal, "+\(plain)",
    ]
  }

  @Test(arguments: 0..<60)
  func readsBackTenNotations(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let digits = Int.random(in: 1...9, using: &generator)
    var value = 1
    for _ in 1..<digits { value = value * 10 + Int.random(in: 0...9, using: &generator) }
    value += Int.random(in: 2...7, using: &generator)
    for notation in Self.notations(value) {
      let (_, mentions) = FigureGolden.recognise("共收到\(notation)份材料。")
      guard case .figure(let figure)? = mentions.first?.kind else {
        Issue.record("nothing read in \(notation)份")
        continue
      }
      #expect(figure.value == ExactDecimal(Int128(value)), "\(notation)")
      #expect(figure.unit == "份")
    }
  }
}

/// Writes whole numbers in Chinese, as the reader must read them.
enum ChineseNumerals {
  private static let digits: [Character] = Array("零一二三四五六七八九")

  static func write(_ value: Int) -> String {
    if value == 0 { return "零" }
    var out = ""
    var needsZero = false
    for (name, size) in [("亿", 100_000_000), ("万", 10_000), ("", 1)] {
      let group = value / size % 10_000
      if group == 0 {
        needsZero = !out.isEmpty
        continue
      }
      if !out.isEmpty, needsZero || group < 1000 { out += "零" }
      out += four(group) + name
      needsZero = false
    }
    return out
  }

  private static func four(_ group: Int) -> String {
    var out = ""
    var zero = false
    for (name, size) in [("千", 1000), ("百", 100), ("十", 10), ("", 1)] {
      let digit = group / size % 10
      if digit == 0 {
        zero = !out.isEmpty
        continue
      }
      if zero { out += "零" }
      zero = false
      out += String(digits[digit]) + name
    }
    return out
  }

  static func financial(_ text: String) -> String {
    let plain: [Character] = Array("一二三四五六七八九十百千")
    let formal: [Character] = Array("壹贰叁肆伍陆柒捌玖拾佰仟")
    return String(text.map { c in plain.firstIndex(of: c).map { formal[$0] } ?? c })
  }
}
