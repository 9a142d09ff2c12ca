import HanText

/// Finds the medium an article comes from: 来源：新华社, 来源 | 浙江日报, 2019年11月25日 18:57 参考消息,
/// 新京报快讯（记者 …）.
struct SourceFinder {
  let page: PageLines

  private static let labels: [Scalars] = ["来源", "稿源", "转自", "转载自", "出处"].map { Scalars($0) }
  /// Labels of offices that put a page out; asked where no 来源 is given.
  private static let officeLabels: [Scalars] = [
    "发文机关", "发文单位", "制发机关", "公开机构", "公开单位",
    "发布单位", "发稿单位", "供稿单位", "发布机构", "发布部门", "发布者",
  ].map {
    Scalars($0)
  }
  private static let labelTable = LabelTable(labels)
  private static let officeLabelTable = LabelTable(officeLabels)

  /// Labels, and what tells most places of a line from their beginnings.
  private struct LabelTable {
    let trie: ScalarTrie
    var starts = StartFilter()

    init(_ words: [Scalars]) {
      trie = ScalarTrie(words)
      for word in words { starts.insert(word) }
    }
  }

  private static let notSources: [Scalars] = [
    "本站", "本网", "互联网", "网络", "未知", "原创", "转载", "本站原创", "网络整理", "其他", "其它", "综合", "本站整理",
    "网友投稿", "网络转载", "佚名", "本报", "本刊", "暂无", "无", "投稿",
  ].map { Scalars($0) }
  /// Words behind a date that are no medium.
  private static let notBehindDates: [Scalars] = [
    "我有", "点击", "阅读", "浏览", "评论", "字号", "字体", "分享", "收藏", "作者", "编辑", "记者", "星期", "更新", "发布",
    "来源", "人气", "打印", "访问", "次", "人", "责任", "关注", "上一", "下一", "查看", "时间", "周", "上午", "下午", "农历",
    "文号", "关闭", "发表", "订阅", "显示", "只看", "楼主", "举报", "首页", "大", "中", "小", "阅", "已", "听", "播放", "刊",
    "版", "今", "年", "月", "日", "第",
  ].map { Scalars($0) }
  private static let notBehindDatesTrie = ScalarTrie(notBehindDates)
  private static let nextLabels: [Scalars] = [
    "作者", "记者", "责任编辑", "责编", "编辑", "时间", "发布", "日期", "浏览", "点击", "字号", "阅读", "打印", "字体", "更新",
    "评论", "分享", "撰稿", "责任", "人气", "审核", "校对", "来源", "通讯员", "收藏", "关注", "原创", "查看",
  ].map { Scalars($0) }
  private static let nextLabelTrie = ScalarTrie(nextLabels)
  /// How names of media end.
  private static let mediumEndTrie = ScalarTrie(reversed: [
    "网", "报", "社", "台", "新闻", "日报", "晚报", "早报", "时报", "周刊", "杂志", "电视", "广播", "频道", "客户端", "在线",
    "政府", "委员会", "办公室", "局", "厅", "部", "发布", "参考", "观察", "财经", "科技", "观点", "通讯", "传媒", "快报", "云",
    "门户网站", "月刊", "日刊", "评论", "导报", "商报",
  ])

  /// The value of a label 来源 in a short line.
  func labelled(_ line: PageLines.Line) -> String? {
    labelled(line, by: SourceFinder.labelTable)
  }

  /// The value of a label 发布单位.
  func office(_ line: PageLines.Line) -> String? {
    line.visible <= 60 ? labelled(line, by: SourceFinder.officeLabelTable) : nil
  }

  private func labelled(_ line: PageLines.Line, by labels: LabelTable) -> String? {
    guard line.visible <= 160 else { return nil }
    let s = page.shadow
    var start = line.range.lowerBound
    let end = line.range.upperBound
    while let i = s.withUnsafeBufferPointer({ labels.starts.next(in: $0, from: start, to: end) }) {
      start = i + 1
      // A label at the very end has no value. None begins as another does.
      if let label = labels.trie.longestMatch(in: s, at: i, limit: end - 1),
        !isOther(before: i, line)
      {
        let next = i + label.length
        let mark = s[next]
        let isMarked =
          mark == u("：") || mark == u(":") || mark == u("|") || mark == u("｜") || mark == u("丨")
          || mark == u("/") || mark == u("】") || mark == u("]")
        let isSpaced = ScalarKind.isBlank(mark) && line.visible <= 60
        if isMarked || isSpaced || (s[i] == u("转") && line.visible <= 40),
          let value = value(from: next, end)
        {
          return value
        }
      }
    }
    return nil
  }

  /// 图片来源, 资料来源, 数据来源 name something else; so does 能量来源 in running text.
  private func isOther(before i: Int, _ line: PageLines.Line) -> Bool {
    guard i > line.range.lowerBound else { return false }
    let c = page.shadow[i - 1]
    if ScalarKind.isHan(c) {
      // 文章来源, 信息来源, 新闻来源, 稿件来源, 本文来源, 内容来源
      switch c {
      case u("章"), u("息"), u("闻"), u("件"), u("文"), u("容"), u("稿"): return false
      default: return true
      }
    }
    return false
  }

  private func value(from start: Int, _ end: Int) -> String? {
    let s = page.shadow
    var i = start
    while i < end, !ScalarKind.isWord(s[i]), s[i] != u("《"), s[i] != u("“") { i += 1 }
    if i < end, s[i] == u("《") || s[i] == u("“") { i += 1 }
    return token(from: i, end).flatMap(medium)
  }

  /// The name that starts at `start`: up to a blank, a sign that no name holds, a date or a label.
  private func token(from start: Int, _ end: Int) -> Range<Int>? {
    let s = page.shadow
    var i = start
    loop: while i < end, i - start < 30 {
      let c = s[i]
      if ScalarKind.isBlank(c) { break }
      switch c {
      case u("|"), u("｜"), u("丨"), u("("), u("（"), u("["), u("【"), u(")"), u("）"), u("]"), u("】"),
        u("，"),
        u(","), u("；"), u(";"), u("。"), u("》"), u("”"), u("："), u(">"), u("〕"), u("、"), u("？"),
        u("!"):
        break loop
      default: break
      }
      if ScalarKind.isDigit(c), i > start,
        !DateReader.dates(in: s, i..<min(end, i + 20)).isEmpty
      {
        break
      }
      if i > start, isNextLabel(at: i, end) { break }
      i += 1
    }
    return i > start ? start..<i : nil
  }

  /// Whether another label and its colon begin at an offset.
  private func isNextLabel(at i: Int, _ end: Int) -> Bool {
    var isLabel = false
    SourceFinder.nextLabelTrie.forEachMatch(in: page.shadow, at: i, limit: end - 1) { next, _ in
      if page.shadow[next] == u("：") || page.shadow[next] == u(":") { isLabel = true }
    }
    return isLabel
  }

  /// The name behind a date without a label: 2019年11月25日 18:57 参考消息; behind its author's where
  /// both stand there.
  func behind(_ date: PageDate, in line: PageLines.Line) -> String? {
    guard line.visible <= 60, line.sentenceEnds == 0 else { return nil }
    let names = tokens(date.span.end..<line.range.upperBound)
    guard let first = names.first else { return nil }
    if names.count > 1, PersonNames.isName(page.shadow[first]),
      SourceFinder.hasMediumEnd(Array(page.shadow[names[1]]))
    {
      return medium(names[1])
    }
    return medium(first)
  }

  /// The name before a date without a label: 新华社 2020-01-03 18:13, 澜声 · 纪小满 · 2024-01-22.
  func before(_ date: PageDate, in line: PageLines.Line) -> String? {
    let start = line.range.lowerBound
    guard line.visible <= 60, line.sentenceEnds == 0, date.span.start > start + 1,
      date.span.start - start <= 30, ScalarKind.isHan(page.shadow[start])
    else { return nil }
    var names = tokens(start..<date.span.start)
    // 原创 阿禾 乡土中枢: an account names its author first.
    if let first = names.first, page.shadow[first].elementsEqual(Scalars("原创")) {
      names.removeFirst()
      if names.count > 1 { names.removeFirst() }
    }
    // 学生周报记者 贺宁
    if let first = names.first, page.shadow[first].suffix(2).elementsEqual(Scalars("记者")) {
      let name = page.text[first].dropLast(2)
      return SourceFinder.hasMediumEnd(Array(name))
        ? SourceFinder.medium(name) : nil
    }
    if names.count > 1 { names.removeAll { PersonNames.isName(page.shadow[$0]) } }
    guard names.count == 1, let only = names.first else { return nil }
    var shadow = page.shadow[only]
    // 江湾晚报讯
    if shadow.last == u("讯"), SourceFinder.hasMediumEnd(Array(shadow.dropLast())) {
      shadow = shadow.dropLast()
    }
    // 南瓜妈妈 发布于 2021-10-12: an author, unless a medium's name.
    let isPosted = page.shadow[only.upperBound..<date.span.start].contains(u("于"))
    if isPosted, !SourceFinder.hasMediumEnd(Array(shadow)) { return nil }
    guard !shadow.contains(u("记")),
      SourceFinder.hasMediumEnd(Array(shadow)) || !PersonNames.isName(shadow)
    else { return nil }
    return medium(shadow.startIndex..<shadow.endIndex)
  }

  /// The words of a stretch that can be names, between blanks, bars, dots and slashes; ends at a label,
  /// as 浏览次数：12 names no medium.
  private func tokens(_ range: Range<Int>) -> [Range<Int>] {
    let s = page.shadow
    var result: [Range<Int>] = []
    var i = range.lowerBound
    while i < range.upperBound, result.count < 5 {
      if !ScalarKind.isWord(s[i]) {
        if s[i] == u("：") || s[i] == u(":") { return [] }
        i += 1
        continue
      }
      let start = i
      while i < range.upperBound, ScalarKind.isWord(s[i]) || (s[i] == u("-") && i > start) {
        i += 1
      }
      let token = start..<i
      if i < range.upperBound, s[i] == u("：") || s[i] == u(":") { break }
      if String(scalars: s[token]) == "by", result.isEmpty { continue }
      if isWeekday(s[token]) { continue }
      if isNoMedium(token) { break }
      result.append(token)
    }
    return result
  }

  /// 星期六, 周六.
  private func isWeekday(_ word: ArraySlice<UInt32>) -> Bool {
    guard let last = word.last,
      last == u("日") || last == u("天") || PageLines.numerals.contains(last)
    else { return false }
    let rest = word.dropLast()
    return rest.elementsEqual([u("星"), u("期")]) || rest.elementsEqual([u("周")])
  }

  /// Counters, buttons and labels, that stand beside dates as names do.
  private func isNoMedium(_ token: Range<Int>) -> Bool {
    let s = page.shadow
    guard ScalarKind.isHan(s[token.lowerBound]) || ScalarKind.isLetter(s[token.lowerBound]),
      s[token].count(where: ScalarKind.isHan) >= 2
    else { return true }
    let known = SourceFinder.notBehindDatesTrie
    if let found = known.longestMatch(in: s, at: token.lowerBound, limit: token.upperBound) {
      // 人民网, 中新社, 第一财经 begin as 人 of a count and 中 of a font size do.
      let opensName = found.length == 1 && SourceFinder.opensNames(s[token.lowerBound])
      if !(opensName && SourceFinder.hasMediumEnd(Array(s[token]))) { return true }
    }
    if SourceFinder.provinces.contains(Array(s[token])) { return true }
    if let phrase = BoilerplatePhrases.standard.match(in: s, at: token.lowerBound),
      phrase.length == token.count, phrase.kind != .zone
    {
      return true
    }
    return SourceFinder.isSection(s[token])
  }

  /// Where a post was sent from, which platforms show beside its date: 2025年11月15日 18:08 江苏.
  private static let provinces: Set<Scalars> = Set(
    [
      "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西",
      "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "内蒙古", "广西",
      "西藏", "宁夏", "新疆", "香港", "澳门", "台湾", "中国香港", "中国澳门", "中国台湾", "美国", "英国", "日本", "加拿大",
      "澳大利亚", "新加坡", "德国", "法国", "韩国",
    ].map { Scalars($0) })

  /// Characters that stand alone beside dates and open names of media as well.
  private static func opensNames(_ c: UInt32) -> Bool {
    switch c {
    case u("大"), u("中"), u("小"), u("人"), u("周"), u("今"), u("日"), u("第"): true
    default: false
    }
  }

  private func medium(_ token: Range<Int>) -> String? {
    SourceFinder.medium(page.text[token])
  }

  private static let sections: [Scalars] = [
    "社会", "国际", "国内", "地产", "财经", "体育", "娱乐", "本地", "时政", "生活", "政治", "即时", "图片", "综合", "校园",
    "学校", "行业", "公司", "产业", "热点", "最新", "头条", "经济", "地方", "民生", "两岸", "港闻", "要闻", "教育", "科技", "文化",
    "视频",
  ].map { Scalars($0) }

  /// 地产新闻: a part of a site, not a medium.
  static func isSection(_ s: ArraySlice<UInt32>) -> Bool {
    s.elementsEqual(Scalars("新闻公报"))
      || (s.count == 4 && s.suffix(2).elementsEqual(Scalars("新闻"))
        && sections.contains { s.starts(with: $0) })
  }

  /// A label alone in its line: the value is the next.
  func isOpenLabel(_ line: PageLines.Line) -> Bool {
    guard line.visible <= 6 else { return false }
    let words = page.shadow[line.range].filter(ScalarKind.isWord)
    return SourceFinder.labels.contains(words) || words == Scalars("文章来源")
  }

  /// A short line as a medium's name.
  func wholeLine(_ line: PageLines.Line) -> String? {
    guard line.visible <= 20, !line.hasDate else { return nil }
    return medium(line.range)
  }

  /// A line of the head that is nothing but a medium's name, or 张三/中国青年报.
  func alone(_ line: PageLines.Line, isBesideDate: Bool) -> String? {
    guard line.visible <= 16, line.sentenceEnds == 0, line.commas == 0, line.han >= 2,
      line.linkShare < 0.5 || page.lines.count < 4, line.role != .caption,
      line.phrase == nil || line.phrase == .zone, !line.hasDate, line.arrows == 0
    else { return nil }
    let shadow = Array(page.shadow[line.range])
    if shadow.contains(u("：")) || shadow.contains(u(":")) { return nil }
    if let slash = shadow.firstIndex(of: u("/")) {
      let name = String(
        scalars: page.text[(line.range.lowerBound + slash + 1)..<line.range.upperBound])
      return SourceFinder.hasMediumEnd(Scalars(name)) ? SourceFinder.medium(name) : nil
    }
    let tokens = shadow.split(whereSeparator: ScalarKind.isBlank)
    if tokens.count >= 2, tokens[0].elementsEqual(Scalars("原创")) {
      return SourceFinder.medium(
        String(scalars: page.text[line.range]).split(separator: " ").last.map(String.init) ?? "")
    }
    guard tokens.count == 1, isBesideDate || SourceFinder.isAgency(shadow),
      !BylineReader.isByline(page.shadow, line.range), !PersonNames.isName(shadow[...]),
      !isNoMedium(line.range)
    else { return nil }
    return medium(line.range)
  }

  /// The site's name that closes or opens a page's title: 标题 - 生活 - 南岛日报, 港島時報 | 港聞 | 标题,
  /// 岭北日报数字报-标题.
  ///
  /// - Parameter opens: whether to look for it in front of the title only.
  static func site(ofTitle title: String, opens: Bool = false) -> String? {
    let scalars = Scalars(title)
    let parts = scalars.indices.split {
      switch scalars[$0] {
      case u("-"), u("_"), u("|"), u("｜"): true
      // Inside a title two stand for a pause.
      case u("—"), u("–"):
        $0 > 0 && $0 + 1 < scalars.count && ScalarKind.isBlank(scalars[$0 - 1])
          && ScalarKind.isBlank(scalars[$0 + 1])
      default: false
      }
    }.map { scalars[$0] }
    guard parts.count > 1, let last = parts.last, let first = parts.first else { return nil }
    for part in opens ? [first] : [last, first] {
      var name = part.filter { !ScalarKind.isBlank($0) }
      for word in editions where name.count > word.count + 2 && name.suffix(word.count) == word[...]
      {
        name.removeLast(word.count)
      }
      guard name.count >= 3, name.count <= 14, hasMediumEnd(name),
        name.allSatisfy({ ScalarKind.isHan($0) || ScalarKind.isDigit($0) }), !isSection(name[...])
      else { continue }
      return medium(String(scalars: name))
    }
    return nil
  }

  private static let editions: [Scalars] = ["数字报", "數字報", "电子版", "數位版"].map { Scalars($0) }

  private static func isAgency(_ s: Scalars) -> Bool {
    s.count >= 3 && (s.suffix(1) == [u("社")] || s.suffix(1) == [u("报")] || s.suffix(1) == [u("网")])
      && s.count <= 8
  }

  static func hasMediumEnd(_ name: Scalars) -> Bool {
    let shadow = Shadow.make(name)
    // Something stands before the ending.
    return mediumEndTrie.longestMatchBackward(in: shadow, before: shadow.count, floor: 1) != nil
  }

  /// A claimed source as a name, or `nil` where it is none: 来源：人民网-文化频道 原创稿 → 人民网-文化频道.
  static func medium(_ claim: String) -> String? { medium(Scalars(claim)[...]) }

  /// The same for a stretch of a page.
  static func medium(_ claim: ArraySlice<UInt32>) -> String? {
    var scalars = Scalars(claim)
    let shadow = Shadow.make(scalars)
    for label in labels where shadow.starts(with: label) { scalars.removeFirst(label.count) }
    while let first = scalars.first, !ScalarKind.isWord(first), first != u("《") {
      scalars.removeFirst()
    }
    if let blank = scalars.firstIndex(where: ScalarKind.isBlank),
      scalars[..<blank].contains(where: ScalarKind.isHan)
    {
      scalars.removeSubrange(blank...)
    }
    while let last = scalars.last, !ScalarKind.isWord(last), last != u("》") { scalars.removeLast() }
    guard scalars.count >= 2, scalars.count <= 30,
      scalars.contains(where: { ScalarKind.isHan($0) || ScalarKind.isLetter($0) })
    else { return nil }
    // A document's number is no medium.
    let shadowed = scalars.count == claim.count ? shadow : Shadow.make(scalars)
    if shadowed.last == u("号"), shadowed.contains(u("第")) { return nil }
    // Nor is a title: 关于主城区停水的公告.
    if shadowed.starts(with: [u("关"), u("于")]), shadowed.contains(u("的")) { return nil }
    return notSources.contains(shadowed) ? nil : String(scalars: scalars)
  }
}
