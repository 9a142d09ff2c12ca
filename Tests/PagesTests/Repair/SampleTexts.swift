import Foundation
import HanText

@testable import Pages

/// Texts for the simulator.
enum SampleTexts {
  /// Paragraphs written for these tests, Traditional made from Simplified character by character.
  static let own: [[String]] = [
    [
      "昨日上午，市科技局在會展中心舉行新聞發布會，介紹今年前三季度產業發展的有關情況。發言人表示，全市規模以上工業企業的研發投入同比增長一成以上，新能源汽車、集成電路和生物醫藥三個行業的增速最快。“數據說明，我們的結構調整已經見效。”",
      "據介紹，下一步將重點支持中小企業與高等院校聯合建設實驗室，鼓勵企業把關鍵技術用于生產。對于取得重大成果的團隊，最高可獲得五百萬元的獎勵；對于初創企業，頭三年的場地租金全部減免。",
      "會上有記者問：這些措施何時實施？發言人說，細則將于下個月公布，企業可以在網上申請，審批的時間不超過十個工作日。",
    ],
    [
      "在山區的一所小學里，三十多名學生正在上一節特別的課程。老師打開屏幕，千里之外的博物館講解員出現在大家面前，帶領孩子們參觀展廳。“以前只能在課本上看到的文物，現在就在眼前。”一名五年級的學生說。",
      "這是當地推廣的數字教育項目。項目負責人介紹，他們為每所學校配備了網絡設備，并組織教師參加培訓。經過兩年的努力，全縣已有九成學校能夠開設音樂、美術和科學課，學生的學習興趣明顯提高。",
      "專家認為，技術只是手段，關鍵還在于教師。要讓優質資源真正發揮作用，就必須幫助鄉村教師掌握新的教學方法，建立穩定的交流機制。",
    ],
    [
      "受強冷空氣影響，未來三天我省大部分地區將出現降溫、大風和雨雪天氣。氣象部門提醒，山區道路可能結冰，車輛應當減速慢行，農戶要做好大棚的加固工作。",
      "省應急管理廳已經啟動四級響應，要求各地做好值班和物資準備。電力公司安排了一百二十支搶修隊伍，對重點線路進行巡查。“我們會盡最大努力保障居民用電。”該公司一名負責人說。",
      "交通部門表示，如果高速公路封閉，將及時在網站和廣播中發布消息，請大家合理安排出行時間。",
    ],
    [
      "這座老碼頭的改造歷時四年，如今成為市民散步的好去處。設計師保留了舊倉庫的紅磚墻和鋼架，把原來的鐵路線變成步行道，兩側種上了蘆葦和水杉。",
      "“我們不想把它變成另一個商場。”設計團隊的負責人說，每一次調整都征求了附近居民的意見，光是座椅的位置就改了七次。開放首月，這里共接待游客十八萬人次，超過了預期。",
      "不過，也有居民擔心噪音和停車問題。街道辦事處回應說，將限制夜間活動的時間，并在周邊增加兩百個車位；對違規經營的攤點，發現一起，處理一起。",
    ],
  ]

  /// A folder beside the checkout with texts that are not part of the repository, or `nil`.
  static var shared: URL? {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["EDUAI_SHARED"].map(URL.init(fileURLWithPath:))
    let folder = named ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  /// Traditional web and encyclopedia sentences that the model was not trained on, joined to documents
  /// of some 300 characters; empty where the folder is absent.
  static func webDocuments() -> [[Scalars]] {
    guard let folder = shared?.appendingPathComponent("dev/ner") else { return [] }
    var sentences: [Scalars] = []
    for (name, skipped) in [("uner_gsd_train", 2400), ("uner_gsd_dev", 0)] {
      let file = folder.appendingPathComponent(name + ".jsonl")
      guard let content = try? String(contentsOf: file, encoding: .utf8) else { return [] }
      for line in content.split(separator: "\n").dropFirst(skipped) {
        guard let value = try? JSONSerialization.jsonObject(with: Data(line.utf8)),
          let text = (value as? [String: Any])?["text"] as? String
        else { continue }
        let scalars = Scalars(text)
        if MirrorSimulator.canEncode(scalars) { sentences.append(scalars) }
      }
    }
    var documents: [[Scalars]] = []
    var paragraphs: [Scalars] = []
    var length = 0
    for (number, sentence) in sentences.enumerated() {
      if number % 4 == 0 || paragraphs.isEmpty {
        paragraphs.append(sentence)
      } else {
        paragraphs[paragraphs.count - 1] += sentence
      }
      length += sentence.count
      if length > 300 {
        documents.append(paragraphs)
        paragraphs = []
        length = 0
      }
    }
    return documents
  }
}
