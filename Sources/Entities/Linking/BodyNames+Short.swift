import HanText

/// Short forms of one body of the document that only its full name explains.
extension BodyNames {
  /// The only full name of the document that a short form can stand for: 潮和国小 → 屏东县立潮和国民小学,
  /// 科学馆 → 香港科学馆, 明日方略 → 明日方略研究中心, 北疆绿能 → 北疆绿色能源集团股份有限公司.
  ///
  /// - Complexity: O(number of full names × length).
  func shortened(_ text: Scalars, _ name: NameCandidate) -> String? {
    guard name.lexiconName.isEmpty, text.count >= 2, text.count <= 14, text.allSatisfy(Marks.isHan),
      matches.longest(at: name.span.start, [.body]).map({ $0.end < name.span.end }) ?? true
    else { return nil }
    let form = Self.schoolForms.first {
      text.count > $0.short.count + 1 && text.ends(with: $0.short)
    }
    if let department = officeDepartment(text, name) { return department }
    let head = matches.longest(endingAt: name.span.end, [.head])
    let hasHead =
      head.map { $0.start >= name.span.start && matches.entry($0).headKind != .brand } ?? false
    guard text.count >= 3, text.count <= 8 else { return nil }
    let found = onlyFullName(longerThan: text.count) { candidate in
      form.map { form in
        candidate.ends(with: form.full)
          && candidate.dropLast(form.full.count).holds(text.dropLast(form.short.count))
      } ?? false
        // 智能计算|联合实验室, 重庆市南岸区|弹子石小学: the end of one fuller name.
        || !name.isAnchored && hasHead && candidate.ends(with: text)
          && !Self.parties.contains { candidate.dropLast(text.count).elementsEqual($0) }
          && (text.count >= 4 || isPlace(candidate.dropLast(text.count)))
        || !hasHead && text.count >= 4 && candidate.starts(with: text)
          && !Self.ownParts.contains { candidate.ends(with: $0) }
        || !hasHead && text.count == 4 && candidate.starts(with: text.prefix(2))
          && Self.picks(text, from: withoutLegalForm(candidate))
    }
    return found.map { String(scalars: $0) }
  }

  /// What a body has beside itself: 某科技|企业工会.
  private static let ownParts = ["工会", "党委", "支部", "总支", "团委", "基金会", "校友会", "家长会"].map {
    Scalars($0)
  }

  /// The full name of the document that fits, if all that fit are one.
  private func onlyFullName(longerThan count: Int, where fits: (Scalars) -> Bool) -> Scalars? {
    var found: Scalars?
    for candidate in full.prefix(200) where candidate.count > count && fits(candidate) {
      if let found, found != candidate { return nil }
      found = candidate
    }
    return found
  }

  /// 卫生局疾病管制科 → 台南市政府卫生局疾病管制科, 刑大侦四队 → …刑事警察大队侦四队: a department that begins with an
  /// office of which the document gives one full name.
  private func officeDepartment(_ text: Scalars, _ name: NameCandidate) -> String? {
    guard !name.isAnchored else { return nil }
    var office: (short: Scalars, full: Scalars)?
    for form in Self.policeForms where text.starts(with: form.short) { office = office ?? form }
    if office == nil, let head = matches.longest(at: name.span.start, [.head]),
      matches.entry(head).headKind == .office, head.end - head.start >= 3, head.end < name.span.end
    {
      let surface = Scalars(document.shadow[head.start..<head.end])
      office = (surface, surface)
    }
    guard let office else { return nil }
    let found = onlyFullName(longerThan: office.full.count) { $0.ends(with: office.full) }
    return found.map { String(scalars: $0 + text.dropFirst(office.short.count)) }
  }

  private static let policeForms: [(short: Scalars, full: Scalars)] = [
    ("刑警大队", "刑事警察大队"), ("刑大", "刑事警察大队"), ("交警大队", "交通警察大队"),
  ].map { (Scalars($0.0), Scalars($0.1)) }

  /// Whether a place of the document is written so.
  private func isPlace(_ text: ArraySlice<UInt32>) -> Bool {
    matches.all.contains { match in
      match.classes.contains(.place) && match.end - match.start == text.count
        && document.shadow[match.start..<match.end].elementsEqual(text)
    }
  }

  private func withoutLegalForm(_ text: Scalars) -> Scalars {
    for form in Self.legalForms where text.count > form.count && text.ends(with: form) {
      return Scalars(text.dropLast(form.count))
    }
    return []
  }

  /// 中国共产党|某大学第三次代表大会: whose party it is is no fuller name.
  private static let parties = [
    "中国共产党", "中共", "共青团", "中国共产主义青年团", "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟",
  ].map { Scalars($0) }

  private static let schoolForms: [(short: Scalars, full: Scalars)] =
    ([
      ("国小", "国民小学"), ("国中", "国民中学"), ("高中", "高级中学"), ("高商", "高级商业职业学校"),
      ("高工", "高级工业职业学校"), ("附中", "附属中学"), ("附小", "附属小学"),
      ("中院", "中级人民法院"),
    ] + "一二三四五六七八九十".map { ("\($0)中", "第\($0)中学") })
    .map { (Scalars($0.0), Scalars($0.1)) }
}
