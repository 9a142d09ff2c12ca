import HanText

/// Names of events, whose first word is often a place.
enum EventNames {
  /// 澎湖|花火节, 马来西亚|公开赛, 柏林|影展: whether a place is the beginning of an event's name, which is no
  /// mention.
  ///
  /// - Complexity: O(1): ten scalars.
  static func begin(with span: TextSpan, _ matches: LexiconMatches, _ shadow: Scalars) -> Bool {
    var i = span.end
    while i < shadow.count, i - span.end <= 10, Marks.isHan(shadow[i]) {
      if events.longestMatch(in: shadow, at: i) != nil { return true }
      // 亚洲射箭|锦标赛, but 上海举办|艺术节, 福建的|音乐节.
      if matches.longest(at: i, [.stop, .say, .place, .body, .role]) != nil { return false }
      i += 1
    }
    return false
  }

  private static let events = ScalarTrie([
    "艺术节", "电影节", "音乐节", "文化节", "花火节", "美食节", "旅游节", "戏剧节", "艺穗节", "啤酒节", "动漫节", "时装周", "影展",
    "航展",
    "车展", "书展", "双年展", "公开赛", "锦标赛", "大奖赛", "邀请赛", "挑战赛", "巡回赛", "分站赛", "世界杯", "亚洲杯", "美洲杯",
    "欧洲杯",
    "冬奥", "奥运", "残奥", "亚运", "马拉松", "世博会", "进博会",
  ])
}
