import Foundation
import HanText
import TestSupport
import Testing

@testable import Pages

struct RegionFinderTests {
  @Test(arguments: [
    ("tw", "衛生局表示，截至今年6月底，長照服務涵蓋率達86.3%，每人每月最高補助3萬6,180元；115年度預算增加。"),
    ("tw", "縣府教育處長說，國小將添購電腦，經費由縣議會審議；家長會盼113學年度上路。"),
    ("tw", "農會今年收購的玉荷包每台斤90元，產銷班班長說，外銷量比往年多兩成。"),
    ("tw", "林姓男子搭捷運時昏倒，站務員與志工立即施救，警方調閱監視器後釐清經過。"),
    ("hk", "全港九十三間長者日間護理中心的使用率僅68%，社署每個名額每月成本約$11,200。"),
    ("hk", "觀塘一個屋苑昨晚停水，房屋署派出水車，居民批評安排混亂。"),
    ("hk", "運輸署公布新收費，票價由$5加至$5.5，巴士公司歡迎。"),
    ("hk", "治安警表示，氹仔一間食肆懷疑漏氣，消防員到場處理。"),
    ("cn", "“專項行動”啟動以來，全省新增高標準農田三萬畝，同比增長5%，“農技員”入戶指導。"),
    ("cn", "市教委介紹，試點學校覆蓋十六個區，街道辦配合做好“三點半”服務。"),
    ("cn", "天津校區部署方案公布，同志工作會議召開，全國中小學參加，執行長期計劃。"),
    ("cn", "公司在港交所上市，市值達312億港元；電池制造基地位于惠州，生產線采用自動檢測，產品銷往海外，設于深圳的總部有150人。"),
    ("cn", "他在平台電商公司工作，安全港灣服務中國人。"),
  ])
  func region(_ expected: String, _ text: String) throws {
    var article = Article(document: "case", text: Scalars(text))
    article.script = .hant
    let region = RegionFinder.region(of: article, hints: MetadataHints())
    #expect(region.rawValue == expected, "\(text)")
  }

  @Test func exampleArticles() throws {
    let corpus = BuiltProgram.checkout.appendingPathComponent("corpus")
    let gold = corpus.appendingPathComponent("gold")
    var right = 0
    var all = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: gold.path).sorted() {
      let data = try Data(contentsOf: gold.appendingPathComponent(name))
      guard let entry = try JSONSerialization.jsonObject(with: data) as? [String: Any],
        let region = entry["region"] as? String, let text = entry["text"] as? String
      else { continue }
      var article = Article(document: name, text: Scalars(text))
      article.script = (entry["script"] as? String).flatMap(Script.init) ?? .hant
      let found = RegionFinder.region(of: article, hints: MetadataHints())
      all += 1
      if found.rawValue == region { right += 1 }
      if entry["held"] as? Bool != true { #expect(found.rawValue == region, "\(name)") }
    }
    #expect(right * 100 >= all * 97, "\(right) of \(all)")
  }

  @Test func simplifiedTextIsTheMainlands() {
    var article = Article(document: "case", text: Scalars("香港特区政府和立法会讨论施政报告。"))
    article.script = .hans
    #expect(RegionFinder.region(of: article, hints: MetadataHints()) == .cn)
  }
}
