import HanText

/// Tells disclaimers and calls to follow a medium by the words they are made of, whatever their
/// wording: 本平台所载内容…版权归原作者，如有侵权…, 開啟App，閱讀全文, 長按二維碼關注.
final class ClosingWords: Sendable {
  /// The words of the program.
  static let standard = ClosingWords()

  private init() {}

  /// How a site speaks of itself and of its texts.
  private let own = ScalarTrie([
    "本网", "本站", "本平台", "本报", "本刊", "本社", "本台", "本号", "本公众号", "本文", "此文", "该文", "本栏目", "网站", "平台",
    "我们", "以上内容", "以上文章", "小编", "转载内容", "部分内容", "部分文章", "部分图片", "客户端", "本公司", "本频道",
  ])
  /// What disclaimers speak of.
  private let rights = ScalarTrie([
    "版权", "著作权", "转载", "授权", "许可", "侵权", "侵犯", "原作者", "作者所有", "来自网络", "来源于网络", "来自互联网",
    "源自网络", "注明", "删除", "立场", "观点", "不代表", "仅代表", "免责", "责任", "追究", "镜像", "复制", "联系", "权益", "更正",
    "核实",
    "真实性", "准确性", "完整性", "投资建议", "仅供参考", "仅作", "不构成", "代替", "声明", "出处", "违者", "告知", "处理", "投诉",
    "举报",
    "书面", "协议", "链接", "引用", "摘编", "传递更多信息", "存储", "上传", "发布者", "搬运", "盈利", "商业用途", "不承担", "不负",
  ])
  /// How a disclaimer opens.
  private let openers = ScalarTrie([
    "声明", "特别声明", "版权", "注：", "凡", "未经", "如有", "如果", "如您", "如发现", "如涉", "如本", "若", "转载", "任何",
    "特别提示",
    "特别提醒", "温馨提示", "重要提示", "提示：", "免责", "著作权", "郑重",
    "本网", "本站", "本平台", "本报", "本刊", "本社", "本台", "本号", "本公众号", "本文", "此文", "该文", "以上", "部分", "文中",
    "文章版权",
    "图文", "图片来", "内容来", "文字", "作者", "建议", "我们",
  ])
  /// What a medium asks its readers to do.
  private let calls = ScalarTrie([
    "打开", "开启", "下载", "安装", "扫描", "扫码", "扫一扫", "长按", "识别", "点击", "点选", "点这", "按此", "关注", "订阅", "加入",
    "追踪", "按赞",
    "按讚", "点赞", "赞好", "讚好", "分享", "转发", "立即", "添加", "紧贴", "锁定", "支持", "使用", "星标",
  ])
  /// Where it asks them to go.
  private static let channelWords = [
    "APP", "App", "app", "客户端", "二维码", "公众号", "微信号", "微信", "微博", "LINE", "Line", "Facebook",
    "facebook", "脸书", "粉丝团",
    "粉丝专页", "专页", "专版", "Telegram", "YouTube", "Instagram", "IG", "视频号", "抖音号", "小程序", "电子报", "在看",
    "阅读原文", "蓝字",
    "推播", "朋友圈", "头条号", "官网", "粉丝", "扫码",
  ]
  private let channels = ScalarTrie(ClosingWords.channelWords)
  private let channelStarts: StartFilter = {
    var starts = StartFilter()
    for word in ClosingWords.channelWords { starts.insert(Scalars(word)) }
    return starts
  }()

  /// Whether a stretch of a page is a disclaimer: opens like one, speaks of the site itself and of
  /// three matters of rights.
  ///
  /// - Complexity: O(length).
  func isDisclaimer(_ s: Scalars, _ range: Range<Int>) -> Bool {
    guard opens(s, range, openers, within: 2) else { return false }
    var ownWords = 0
    var matters: Set<Int32> = []
    var i = range.lowerBound
    while i < range.upperBound {
      if let found = rights.longestMatch(in: s, at: i) {
        matters.insert(found.value)
        i += found.length
      } else if let found = own.longestMatch(in: s, at: i) {
        ownWords += 1
        i += found.length
      } else {
        i += 1
      }
    }
    return ownWords > 0 && matters.count >= 3
  }

  /// Whether a line calls readers to an app or account: opens with the call and names the channel.
  func isCall(_ s: Scalars, _ range: Range<Int>) -> Bool {
    guard channelStarts.mayStand(in: s, range) else { return false }
    let hasEnd = range.contains { ScalarKind.isSentenceEnd(s[$0]) }
    guard opens(s, range, calls, within: hasEnd ? 1 : 8) else { return false }
    var calling = 0
    var i = range.lowerBound
    var hasChannel = false
    while i < range.upperBound {
      if let found = channels.longestMatch(in: s, at: i) {
        hasChannel = true
        i += found.length
      } else if let found = calls.longestMatch(in: s, at: i) {
        calling += 1
        i += found.length
      } else {
        i += 1
      }
    }
    return hasChannel && (calling > 1 || range.count <= 20)
  }

  /// Whether a word of a table stands at one of the first `within` words of a range.
  private func opens(
    _ s: Scalars, _ range: Range<Int>, _ words: ScalarTrie, within: Int
  ) -> Bool {
    var seen = 0
    for i in range where ScalarKind.isWord(s[i]) {
      if words.longestMatch(in: s, at: i) != nil { return true }
      seen += 1
      if seen >= within { return false }
    }
    return false
  }
}

extension PageLines {
  /// Whether a line is a disclaimer or a call to follow, by its words.
  func closingKind(_ line: Line, _ words: ClosingWords) -> BoilerplatePhrases.Kind? {
    guard line.han >= 6, line.visible <= 220 else { return nil }
    if line.visible >= 16, words.isDisclaimer(shadow, line.range) { return .legal }
    if line.visible <= 60, line.sentenceEnds <= 2, words.isCall(shadow, line.range) {
      return .zone
    }
    return nil
  }
}
