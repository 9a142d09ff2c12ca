import Entities
import HanText
import Pages
import Testing

@testable import Corpus

/// Which documents count as copies of one article, and which do not.
@Suite struct DuplicateFinderTests {
  private static let analyzer = Analyzer()

  /// An article of our own; `number` and `name` can be changed as templates do.
  private static func article(
    people: [String] = ["林小禾", "周伯言"], numbers: [Int] = [25, 120, 3, 48],
    place: String = "雨城市"
  ) -> String {
    """
    \(place)启动乡村教师培训
    \(place)教育局昨日宣布，今年将为\(numbers[0])所乡村学校培训\(numbers[1])名教师，课程由本地三所高校共同编写。
    教育局局长\(people[0])表示，培训分\(numbers[2])期进行，内容包括课堂观察、作业设计和心理辅导，费用由市级财政承担，教师个人不需要付费。
    负责课程的\(people[1])说，往年的培训常常脱离课堂，这一次每位学员都要带着自己的一节课来，回去以后再上一遍，由同伴听课并写下意见。
    第一期培训将于秋季开学前结束，共\(numbers[3])个学时，参加的教师可以把学时计入继续教育档案，表现好的学员还会被推荐到省里参加展示。
    """
  }

  private static func signature(_ text: String) -> (signature: Signature, shingles: [UInt32]) {
    let article = Article(document: "a", text: Scalars(text))
    let analysis = analyzer.analyze(article, sentences: SentenceBreaker())
    let shadow = Shadow.make(article.text)
    return (
      Signature(shadow: shadow, mentions: analysis.mentions),
      Signature.shingles(of: Signature.letters(of: shadow))
    )
  }

  /// For each text the number of the text it copies.
  private func copies(_ texts: [String]) throws -> [Int?] {
    let marks = texts.map(Self.signature)
    var finder = DuplicateFinder(count: texts.count)
    return try marks.map { mark in
      try finder.add(mark.signature) { (other) throws(DatabaseError) in
        IndexDuplicates.overlap(mark.shingles, marks[other].shingles)
      }
    }
  }

  static let variants: [(name: String, text: String)] = [
    ("the same", article()),
    ("another site's lines around it", "来源：晨光网 编辑推荐\n" + article() + "\n分享到微信 上一篇 下一篇"),
    ("Traditional", String(scalars: ScriptConverter.traditional(Scalars(article())))),
    (
      "other punctuation and spaces",
      article().replacing("，", with: ", ").replacing("。", with: ". ")
    ),
    (
      "damaged characters", article().replacing("课堂", with: "课?").replacing("档案", with: "档\u{FFFD}")
    ),
    ("small edits", article().replacing("昨日宣布", with: "周二宣布").replacing("表现好的", with: "表现优秀的")),
    (
      "without its last sentence", article().split(separator: "，").dropLast().joined(separator: "，")
    ),
  ]

  @Test(arguments: variants)
  func copiesAreFound(name: String, text: String) throws {
    #expect(try copies([Self.article(), text]) == [nil, 0])
    #expect(try copies([text, Self.article()]) == [nil, 0])
  }

  static let others: [(name: String, text: String)] = [
    (
      "the same template, other numbers and names",
      article(people: ["陈一苇", "郑望舒"], numbers: [31, 260, 4, 36], place: "云溪市")
    ),
    ("the same template, other numbers", article(numbers: [31, 260, 4, 36])),
    (
      "the same topic in other words",
      """
      雨城乡村教师将参加暑期研修
      记者从雨城市教育局获悉，今年暑假有120名乡村教师参加研修，他们来自25所学校。局长林小禾介绍，研修不收费，
      课程请高校老师和一线教师一起设计。周伯言是课程负责人，他认为研修应当从教师自己的课出发。
      """
    ),
    ("the first half", String(article().prefix(article().count / 2))),
  ]

  @Test(arguments: others)
  func otherArticlesAreNot(name: String, text: String) throws {
    #expect(try copies([Self.article(), text]) == [nil, nil])
  }

  @Test func allCopiesLeadToTheFirst() throws {
    let texts = Self.variants.map(\.text) + Self.others.map(\.text)
    let found = try copies(texts)
    #expect(found[0] == nil)
    #expect(found[1..<Self.variants.count].allSatisfy { $0 == 0 })
    #expect(found[Self.variants.count...].allSatisfy { $0 == nil })
  }

  @Test func textsWithoutLettersAreCopiesOfEachOther() throws {
    #expect(try copies(["！！", "……"]) == [nil, 0])
    #expect(try copies(["甲", "乙"]) == [nil, nil])
  }

  /// Texts of which the first share of letters is the same.
  @Test(arguments: [12, 40, 200, 1000], [0, 30, 80, 95, 100])
  func commonLanesEstimateCommonShingles(length: Int, percent: Int) {
    var state = UInt64(length * 1000 + percent)
    func letters(_ count: Int) -> Scalars {
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return 0x4E00 + UInt32(state >> 40) % 5000
      }
    }
    var (sum, trueSum) = (0.0, 0.0)
    let trials = 60
    for _ in 0..<trials {
      let common = letters(length * percent / 100)
      let a = common + letters(length - common.count)
      let b = common + letters(length - common.count)
      let (x, y) = (Signature.lanes(of: a), Signature.lanes(of: b))
      #expect(x.count == Signature.laneCount)
      sum += Double(zip(x, y).count { $0 == $1 }) / Double(x.count)
      trueSum += IndexDuplicates.overlap(Signature.shingles(of: a), Signature.shingles(of: b))
    }
    // Five standard deviations of the mean, were there eight independent lanes only.
    #expect(abs(sum - trueSum) / Double(trials) < 0.12)
  }

  @Test func aTextOfFewLettersHasAllLanes() {
    for text in ["雨", "雨城", "雨城市教育", "雨城市教育局"] {
      let lanes = Signature.lanes(of: Scalars(text))
      #expect(!lanes.contains(.max))
      #expect(Set(lanes).count > 40)
    }
  }

  @Test func signaturesAreBytesAndBack() {
    let signature = Self.signature(Self.article()).signature
    let bytes = Signature.bytes(signature.lanes)
    #expect(bytes.count == 256)
    #expect(bytes.withUnsafeBufferPointer { Signature.numbers($0) } == signature.lanes)
    #expect(signature.facts == signature.facts.sorted())
  }
}
