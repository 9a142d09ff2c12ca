import Entities
import HanText
import Pages
import Testing

@testable import Corpus

/// Words, and the tables made of them, over texts small enough to count by hand.
@Suite struct WordCountTests {
  private let breaker = SentenceBreaker()

  private func reader(_ names: NameWords = .none, lexicon: String? = nil) throws -> WordReader {
    let own = try lexicon.map { try UserLexicon(bytes: Array($0.utf8), file: "names.tsv") }
    return WordReader(names: names, lexicon: own, tagger: LinearTagger.builtIn)
  }

  private func article(_ text: String) -> SourceArticle {
    SourceArticle(Article(document: "a", text: Scalars(text)))
  }

  private func words(_ text: String, _ reader: WordReader) -> [String] {
    let article = article(text)
    return reader.words(of: article, sentences: breaker).words.map {
      String(scalars: article.article.text[$0])
    }
  }

  @Test(arguments: [
    ("人工智能很好", ["人工智能", "很好"]), ("人工智慧很好", ["人工智慧", "很好"]),
    ("發展中國家", ["發展中國家"]), ("AI课，A股", ["AI", "课", "A股"]), ("3,480.83元", ["3,480.83", "元"]),
    ("", []), ("，。", []),
  ])
  func joinsPiecesToKnownWords(text: String, expected: [String]) throws {
    #expect(try words(text, reader()) == expected)
  }

  @Test func bothScriptsGiveTheSameWords() throws {
    let traditional = try words("雨城的人工智能學會發展迅速", reader())
    let simplified = try words("雨城的人工智能学会发展迅速", reader())
    #expect(traditional.map(\.count) == simplified.map(\.count))
  }

  @Test func namesAreWords() throws {
    let text = "雨城教育局局长林小禾表示，林小禾很忙。"
    #expect(try !words(text, reader(.none)).contains("林小禾"))
    #expect(try words(text, reader(.people)).count { $0 == "林小禾" } == 2)
    let own = try reader(.none, lexicon: "城教育局\tinstitution\n局长林\tnone\n")
    #expect(words(text, own).prefix(2) == ["雨", "城教育局"])
  }

  /// A name cuts the pieces it shares characters with.
  @Test func namesCutPieces() {
    let segmenter = WordSegmenter(list: .builtIn)
    let text = Scalars("人民大会堂")
    let found = segmenter.words(of: text, names: [TextSpan(1, 3), TextSpan(3, 4)])
    #expect(found == [TextSpan(0, 1), TextSpan(1, 3), TextSpan(3, 4), TextSpan(4, 5)])
  }

  /// a stands 3 times in 8 words of two documents (4 words each): 2 and 1 times.
  /// per million: 3/8 × 10⁶ = 375,000. D: rates .5, .25, mean .375, V = .125/.375 = ⅓, D = 1 − ⅓/√1 = 0.6667.
  /// DP = ½ (|2/3 − ½| + |1/3 − ½|) = 0.1667.
  @Test func frequencyList() throws {
    let reader = try reader()
    var list = FrequencyList()
    for text in ["a b A 教師", "教師 a 教师 c", "。"] {
      list.add(FrequencyList.part(of: article(text), words: reader, sentences: breaker))
    }
    #expect(list.total == 8 && list.different == 4)
    let rows = list.rows(FrequencyList.Filter(), script: .keep)
    #expect(
      rows.first == [
        .integer(1), Cell(Scalars("a")[...]), Cell(Scalars("a")[...]), .integer(3),
        .rounded(375_000, places: 2), .integer(2), .rounded(0.6667, places: 4),
        .rounded(0.1667, places: 4),
      ])
    // Both scripts are one word; the commoner form is shown.
    #expect(
      rows[1][1...3] == [
        Cell(Scalars("教师")[...]), Cell(Scalars("教師")[...]), .integer(3),
      ])
    var filter = FrequencyList.Filter()
    filter.minimum = 2
    filter.stopWords = StopWords(bytes: Array("# none\n教師\n".utf8))
    #expect(list.rows(filter, script: .keep).count == 1)
    filter = FrequencyList.Filter()
    filter.minimumDocuments = 2
    filter.top = 1
    #expect(list.rows(filter, script: .hans).count == 1)
  }

  /// K twice; windows of one word: b and c in the first paragraph, a and b in the second: R₁ = 4.
  /// Words but K: 4 + 2 + 4 = 10. b: O₁₁ = 2, C₁ = 2, E₁₁ = 4 × 2 / 10 = 0.8.
  /// G² = 2 (2 ln(2/.8) + 2 ln(2/3.2) + 0 + 6 ln(6/4.8)) = 2 (1.8325815 − 0.9400073 + 1.3388613) = 4.4628710.
  /// MI = log₂ 2.5 = 1.32; t = 1.2/√2 = 0.85; logDice = 14 + log₂(4/(2 + 2)) = 14.
  @Test func collocates() throws {
    let rows = try collocates("a b K c d\na k b\nc d e f", left: 1, right: 1, minimum: 1)
    #expect(
      rows.first == [
        .integer(1), Cell(Scalars("b")[...]), Cell(Scalars("b")[...]), .integer(2), .integer(1),
        .integer(1), .integer(1), .integer(2), .rounded(0.8, places: 2),
        .rounded(4.46, places: 2), .rounded(1.32, places: 2), .rounded(0.85, places: 2),
        .rounded(14, places: 2),
      ])
    // a and c tie: E₁₁ = 0.8, G² by code point.
    #expect(rows.map { $0[1] } == ["b", "a", "c"].map { Cell(Scalars($0)[...]) })
  }

  private func collocates(
    _ text: String, node: String = "K", left: Int, right: Int, minimum: Int
  ) throws -> [[Cell]] {
    var collocations = Collocations()
    collocations.add(
      Collocations.part(
        of: article(text), node: try KeywordPattern(node),
        window: Collocations.Window(left: left, right: right), words: try reader(),
        sentences: breaker))
    var filter = Collocations.Filter()
    filter.minimum = minimum
    return collocations.rows(filter, script: .keep)
  }

  /// A word between two nodes counts once; a node in another's window not at all.
  @Test func aWordCountsOnce() throws {
    let rows = try collocates("K a K b", left: 3, right: 3, minimum: 1)
    #expect(rows.map { $0[3] } == [.integer(1), .integer(1)])
    let a = try #require(rows.first { $0[1] == Cell(Scalars("a")[...]) })
    #expect(a[4...5] == [.integer(0), .integer(1)])
  }

  /// Windows end with the sentence; the node is whole words: no 训练 in 训练营.
  @Test func windowsStayInTheSentence() throws {
    #expect(try collocates("a K。b c。", left: 5, right: 5, minimum: 1).count == 1)
    #expect(try collocates("参加训练营", node: "训练", left: 5, right: 5, minimum: 1).isEmpty)
    #expect(try collocates("学生 训练营", node: "训练营", left: 5, right: 5, minimum: 1).count == 1)
  }

  /// A: x 3 of 4 words; B: x 1 of 4. E = 2; G² = 2 (3 ln 1.5 + ln .5 + ln .5 + 3 ln 1.5)
  /// = 2 (1.2163953 − 0.6931472) × 2 = 2.0929925; p = erfc(√1.0464962) = 0.147976; log ratio log₂ 3;
  /// %DIFF 200.
  @Test func keyness() throws {
    let reader = try reader()
    var keyness = Keyness()
    for (side, text) in [(Keyness.Side.a, "x x x y"), (.b, "x y y y"), (.b, "。")] {
      keyness.add(Keyness.part(of: article(text), words: reader, sentences: breaker), to: side)
    }
    #expect(keyness.total(.a) == 4 && keyness.total(.b) == 4)
    let rows = keyness.rows(Keyness.Filter(), script: .keep)
    #expect(rows.map { $0[3] } == [.text("A"), .text("B")])
    #expect(
      rows[0][4...] == [
        .integer(3), .integer(1), .rounded(750_000, places: 2), .rounded(250_000, places: 2),
        .rounded(2.09, places: 2), .rounded(0.147976, places: 6), .rounded(1.585, places: 4),
        .rounded(200, places: 2),
      ])
    var filter = Keyness.Filter()
    filter.side = .b
    #expect(keyness.rows(filter, script: .keep).count == 1)
    filter.significance = 0.05
    #expect(keyness.rows(filter, script: .keep).isEmpty)
  }

  /// The list reads whole lines, and only first columns.
  @Test func wordListReadsItsTable() {
    let list = WordList.builtIn
    #expect(list.count > 300_000 && list.longest >= 8)
    for (word, isKnown) in [("人工智能", true), ("人工智能很", false), ("教育部", true)] {
      var hash = WordHash()
      for scalar in Scalars(word) { hash.append(scalar) }
      #expect(list.contains(hash) == isKnown)
    }
  }
}
