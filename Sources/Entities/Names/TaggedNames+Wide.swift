import HanText

/// Names of the tagger that hold names of the rules.
///
/// How sure the tagger must be was read off 5,225 annotated passages that neither the model nor the
/// rules had seen (corpus/names-apart.txt): of longer places it was right in 164 of 250 cases where the
/// rules were in 30, of bodies that hold a place in 146 and 27 of 240.
extension TaggedNames {
  /// Margin of a name from which the tagger is taken to know it.
  static let knownMargin = 100
  /// Margin from which its borders count for more than those of a place or a shorter body.
  static let trustedMargin = 200
  /// Margin from which it adds a department, or what stands before a body.
  static let surestMargin = 700

  /// Whether a name wins over those of the rules inside it: 北京国安 over 北京, 台灣自來水公司第十二區管理處 over
  /// the company.
  ///
  /// - Parameter sure: in order, none overlapping.
  func widens(_ name: TaggedName, _ sure: [NameCandidate]) -> Bool {
    guard name.margin >= Self.trustedMargin else { return false }
    let span = name.span
    var bodies = 0
    for inner in Self.overlapping(span, in: sure, \.span) {
      guard span.contains(inner.span), inner.span != span else { return false }
      switch (inner.kind, name.label) {
      case (.place(let kind), .institution):
        // 英國|牛津大學: the country stands beside a foreign body.
        if kind == .country, inner.span.start == span.start, shadow[span.start] != u("中") {
          return false
        }
      case (.place, .place):
        if !addsPlace(span, behind: inner.span) { return false }
      case (.institution, .institution):
        bodies += 1
        guard bodies == 1, name.margin >= Self.surestMargin else { return false }
        if inner.span.start == span.start, !endsAsDepartment(span) { return false }
        if inner.span.end == span.end, beginsOutside(span, inner.span) { return false }
      default: return false
      }
    }
    return true
  }

  /// Persons that hold one the rules cut short: 汤玛斯·斯坦福·莱佛士 over 汤玛斯·斯.
  ///
  /// - Parameter found: persons of the rules.
  func widerPeople(outside closed: SpanSet, than found: [NameCandidate]) -> [NameCandidate] {
    let found = found.sorted { $0.span < $1.span }
    return tagged.compactMap { name in
      guard name.label == .person, name.margin >= Self.knownMargin, !closed.overlaps(name.span),
        isPlausible(name.span)
      else { return nil }
      let inner = Self.overlapping(name.span, in: found, \.span)
      guard !inner.isEmpty,
        inner.allSatisfy({ name.span.contains($0.span) && name.span != $0.span })
      else { return nil }
      // 埃米尔|穆罕默德: what stands before a name is seldom of it.
      guard inner.contains(where: { $0.span.start == name.span.start }) else { return nil }
      return NameCandidate(span: name.span, kind: .person, score: NameRecognizer.threshold)
    }
  }

  /// 蒋|万隆, 邹|华东: part of the name of someone.
  func isInsidePerson(_ span: TextSpan) -> Bool {
    guard let name = Self.overlapping(span, in: tagged, \.span).first else { return false }
    return name.label == .person && name.margin >= Self.trustedMargin
      && name.span.contains(span) && name.span != span
  }

  /// 晨光小学同|8所|学校: a number and what it counts in are no part of a name.
  func countsSomething(_ span: TextSpan) -> Bool {
    span.count > 2
      && (span.start + 1..<span.end - 1).contains { i in
        // 当过|七年|中学教师.
        if shadow[i + 1] == u("年"), InstitutionFinder.isCount(shadow[i]),
          shadow[i - 1] == u("过") || shadow[i - 1] == u("了")
        {
          return true
        }
        // 省市县|三级|党校.
        if shadow[i + 1] == u("级"), InstitutionFinder.isCount(shadow[i]) {
          return true
        }
        guard Marks.isDigit(shadow[i]) else { return false }
        switch shadow[i + 1] {
        case u("所"), u("家"), u("个"), u("名"), u("位"), u("间"): return true
        default: return false
        }
      }
  }

  /// The names that share characters with a span, of some in order, none overlapping.
  ///
  /// - Parameter place: where a name stands.
  /// - Complexity: O(log names + those found).
  static func overlapping<Name>(
    _ span: TextSpan, in names: [Name], _ place: (Name) -> TextSpan
  ) -> ArraySlice<Name> {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if place(names[middle]).end <= span.start { low = middle + 1 } else { high = middle }
    }
    return names[low...].prefix { place($0).start < span.end }
  }

  /// Whether what a longer place has more is of its name: 上海|街, 台北|橋, not 衡阳|农村.
  private func addsPlace(_ span: TextSpan, behind inner: TextSpan) -> Bool {
    guard inner.start == span.start else { return true }
    return Self.countryside
      .longestMatchBackward(in: shadow, before: span.end, floor: inner.end) == nil
  }

  private static let countryside = ScalarTrie(reversed: [
    "农村", "山区", "海岛", "浅山", "郊区", "街道", "沿海", "一带", "境内", "地区", "南门外", "路口", "新址",
    "线路", "路线", "沿线", "沿岸", "两岸", "流域", "航线",
  ])

  /// 某公司|第十二区管理处, not 某大学|数学.
  private func endsAsDepartment(_ span: TextSpan) -> Bool {
    Self.endsDepartment(shadow[span.end - 1])
  }

  /// Whether names of parts of bodies end with a scalar.
  static func endsDepartment(_ c: UInt32) -> Bool {
    switch c {
    case u("处"), u("科"), u("室"), u("部"), u("司"), u("局"), u("署"), u("系"), u("院"), u("所"), u("心"),
      u("队"), u("团"), u("会"), u("厂"), u("店"), u("庭"), u("组"), u("站"), u("馆"), u("班"), u("府"),
      u("校"), u("委"), u("行"), u("社"), u("台"), u("厅"), u("支"):
      return true
    default: return false
    }
  }

  /// 原名|国立艺术学院, 前|高等法院: a word that is none of the name stands in front.
  private func beginsOutside(_ span: TextSpan, _ inner: TextSpan) -> Bool {
    switch shadow[span.start] {
    case u("前"), u("原"), u("现"), u("曾"), u("由"), u("为"), u("在"), u("与"), u("和"), u("及"): return true
    default: break
    }
    // 中国共产党|长宁师范大学: another body.
    guard
      let word = matches.longest(
        at: span.start, [.status, .notName, .occupation, .stop, .say, .body])
    else { return false }
    return word.end <= inner.start
  }
}
