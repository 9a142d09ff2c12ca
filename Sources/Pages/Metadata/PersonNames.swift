import HanText

/// Tells whether a word can be a person's name, for bylines: a surname and one or two characters, or
/// a transliterated name with its dot.
enum PersonNames {
  private static let surnames: ScalarTrie = {
    var trie = ScalarTrie(keys: 1_000)
    TableLines.forEach(in: EmbeddedData.surnames) { fields in
      if let surname = fields.first, !surname.isEmpty { trie.insert(surname, value: 1) }
    }
    return trie
  }()

  /// Words that begin with a surname's character and stand where names stand.
  private static let notNames: Set<Scalars> = Set(
    [
      "文图", "文字", "文章", "文本", "安排", "安全", "何时", "何处", "金融", "高级", "高清", "高温", "方面", "方法", "万元",
      "时间", "成功",
      "成立", "常州", "安徽", "广州", "郑州", "温州", "江苏", "江西", "石家庄", "云南", "海南", "河南", "湖南", "于是", "关于",
      "关注", "向前",
      "水平", "平台", "马上", "全文", "全部", "全国", "全媒体", "党员", "时报", "时评", "左右", "曾经", "应该", "明天", "明报",
      "和平", "卫生",
      "支持", "安卓", "图片", "华商", "华夏", "华盛顿", "东京", "巴黎", "时事", "解放", "通讯", "古代", "白天", "黄金", "任何",
      "连接", "连线",
      "单位", "国际", "查看", "门户", "阅读", "来源", "柏林", "房产", "游戏", "养老", "经济", "终审",
    ].map { Scalars($0) })

  /// Whether the shadow of a word is a name of 2 to 4 characters (3 to 5 with a double surname), or
  /// one with a dot.
  static func isName(_ word: ArraySlice<UInt32>) -> Bool {
    if word.contains(u("·")) {
      return word.count >= 4 && word.count <= 24
        && word.allSatisfy { ScalarKind.isHan($0) || $0 == u("·") }
    }
    guard word.count >= 2, word.count <= 4, word.allSatisfy(ScalarKind.isHan) else { return false }
    let scalars = Array(word)
    guard let surname = surnames.longestMatch(in: scalars, at: 0), !notNames.contains(scalars)
    else { return false }
    let given = scalars.count - surname.length
    if surname.length == 2 { return given >= 1 && given <= 2 }
    return given >= 1 && given <= 2
  }
}
