import HanText

/// Recognises bylines: 记者 张三, 文/李四, （本报记者 王五）, 作者：赵六.
enum BylineReader {
  private static let openers: [Scalars] = [
    "记者", "作者", "文/", "文／", "撰文", "通讯员", "本报记者", "特约记者", "见习记者", "实习生", "采写", "编译",
    "原创", "图/", "图／", "文|", "文 |", "文：", "摄影", "图为", "视频", "资料图",
  ].map { Scalars($0) }

  /// Whether a short line is a byline and not a heading.
  static func isByline(_ shadow: Scalars, _ range: Range<Int>) -> Bool {
    guard range.count <= 40 else { return false }
    var start = range.lowerBound
    while start < range.upperBound, !ScalarKind.isWord(shadow[start]) { start += 1 }
    let rest = shadow[start..<range.upperBound]
    if openers.contains(where: { rest.starts(with: $0) }) { return true }
    // 澎湃新闻记者 段彦超 廖艳
    guard rest.count <= 24 else { return false }
    let words = Array(rest)
    for i in 0..<max(0, words.count - 2) where words[i] == u("记") && words[i + 1] == u("者") {
      return ScalarKind.isBlank(words[i + 2]) || words[i + 2] == u("：")
    }
    return false
  }
}
