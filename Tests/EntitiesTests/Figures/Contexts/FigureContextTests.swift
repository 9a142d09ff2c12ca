import Entities
import HanText
import Testing

struct FigureContextTests {
  /// The contexts of a text whose places are given.
  private func contexts(_ text: String, places: [String]) -> [String] {
    let (document, found) = FigureGolden.recognise(text, published: "2025-03-10")
    var mentions = found
    let scalars = Array(text.unicodeScalars)
    for place in places {
      let wanted = Array(place.unicodeScalars)
      for i in 0...(scalars.count - wanted.count)
      where Array(scalars[i..<i + wanted.count]) == wanted {
        mentions.append(
          Mention(span: TextSpan(i, i + wanted.count), name: place, kind: .place(.city)))
      }
    }
    mentions.sort { $0.span < $1.span }
    return FigureContext().contexts(in: document, mentions: mentions).map {
      guard case .context(let figure, let place, let date) = $0 else { return "" }
      return "\(figure)|\(place ?? "")|\(date ?? "")"
    }
  }

  @Test func takesThePlaceNamedBefore() {
    #expect(contexts("南州已拥有25万AI人才。", places: ["南州"]) == ["25万AI人才|南州|"])
    #expect(contexts("新闻观察｜南州已有30万学生", places: ["南州"]) == ["30万学生|南州|"])
    #expect(
      contexts("南州有12所高校，北原有8所。", places: ["南州", "北原"])
        == ["12所高校|南州|", "8所|北原|"])
  }

  @Test func takesTheDateNamedBefore() {
    #expect(
      contexts("2020年为10万人，2024年增至25万人。", places: [])
        == ["10万人||2020", "25万人||2024"])
  }

  @Test func leavesOutDatelinesAndComparisons() {
    #expect(contexts("南州3月8日电，全区建成30所学校。", places: ["南州"]).isEmpty)
    #expect(contexts("产值比上年增长5%。", places: []).isEmpty)
  }

  @Test func givesADateBefore的ToItsFigureAlone() {
    #expect(
      contexts("2024年底占比由上年的29.4%降为27.2%。", places: [])
        == ["29.4%||2023", "27.2%||2024-12"])
    #expect(
      contexts("2024年底装机80万台，是2020年末的2.2倍。", places: [])
        == ["80万台||2024-12", "2.2倍||2024-12"])
    #expect(contexts("与2020年相比，价格下降三成。", places: []).isEmpty)
  }

  @Test func leavesOutHowManyPlacesAreNamedAndStepsOfEvents() {
    #expect(
      contexts("南州、北原两市新增站点20个。", places: ["南州", "北原"])
        == ["20个|南州|", "20个|北原|"])
    #expect(contexts("2024年，第三届大会有500人参加。", places: []) == ["500人||2024"])
    #expect(contexts("2024年，南州居第3位。", places: ["南州"]) == ["第3位|南州|2024"])
  }

  @Test func takesADateInBracketsBehind() {
    #expect(contexts("现有教师320人（截至2024年底）。", places: []) == ["320人||2024-12"])
  }

  @Test func takesPlacesThatOpenAClauseWithThoseBesideThem() {
    #expect(
      contexts("团队在南州、北原和东屿布放42个浮标。", places: ["南州", "北原", "东屿"])
        == ["42个浮标|南州|", "42个浮标|北原|", "42个浮标|东屿|"])
    // An origin, a target and what belongs to a place are elsewhere.
    #expect(contexts("他们来自南州，带来30件展品。", places: ["南州"]).isEmpty)
    #expect(contexts("公司把服务延伸到南州，新增站点20个。", places: ["南州"]).isEmpty)
  }

  @Test func forgetsTheTimeOfAReportAndOfAFounding() {
    #expect(contexts("记者3月5日获悉，全市现有幼儿园312所。", places: []).isEmpty)
    #expect(contexts("市统计局昨日公布，全市就业人口达420万人。", places: []).isEmpty)
    #expect(contexts("公司成立于2015年，现有员工200人。", places: []).isEmpty)
    #expect(contexts("2024年，平台覆盖学校30所。", places: []) == ["30所||2024"])
  }

  @Test func carriesAPlaceOverClausesAndTakesOneBehind() {
    #expect(
      contexts("谈到人才，南州有优势，相关企业已从300家增加到800家。", places: ["南州"])
        == ["300家|南州|", "800家|南州|"])
    #expect(contexts("公司投资12亿元在南州建厂。", places: ["南州"]) == ["12亿元|南州|"])
  }

  @Test func givesEachOfAListItsOwnPlace() {
    #expect(
      contexts("南州、北原和东屿分别有3所、5所和8所高校。", places: ["南州", "北原", "东屿"])
        == ["3所|南州|", "5所|北原|", "8所高校|东屿|"])
  }

  @Test func readsLongSentences() {
    let clauses = (1...300).map { "\(1700 + $0)年南州招生\(1000 + $0)人；" }
    let found = contexts(clauses.joined() + "完。", places: ["南州"])
    let right = (1...300).filter { found.contains("\(1000 + $0)人|南州|\(1700 + $0)") }
    #expect(right.count > 290)
    // A list of places as long as it likes.
    let list = [String](repeating: "南州", count: 2000).joined(separator: "、")
    #expect(contexts(list + "有5所高校。", places: ["南州"]) == ["5所高校|南州|"])
  }

  @Test func leavesOutLengthsLimitsAndLevelsLeft() {
    #expect(contexts("今年电影票房达12亿元。", places: []) == ["12亿元||2025"])
    #expect(contexts("2024年，合格率由68%升至75%。", places: []) == ["75%||2024"])
    #expect(contexts("今年，教育部等六部门开展检查。", places: []).isEmpty)
  }
}
