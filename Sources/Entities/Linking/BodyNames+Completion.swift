import HanText

/// How elliptical names of bodies are completed: by a body of the document that ends so, by the
/// document's place of their level, by the government it is about, or by the body named last.
extension BodyNames {
  /// 市府 → 市政府, 县府人事处 → 县政府人事处.
  func spelledOut(_ text: Scalars) -> Scalars {
    for (short, long) in Self.officeForms where text == short { return long }
    guard text.count > 3, text[1] == u("府"), NamedPlaces.Level(text[0]) != nil else { return text }
    return [text[0], u("政")] + text.dropFirst()
  }

  /// The level an elliptical name begins with, and how many scalars it takes: 市, 自治区.
  static func level(of text: Scalars) -> (NamedPlaces.Level, length: Int)? {
    if text.count > 3, text[0] == u("自"), text[1] == u("治") {
      switch text[2] {
      case u("区"): return (.province, 3)
      case u("州"): return (.city, 3)
      case u("县"): return (.district, 3)
      default: return nil
      }
    }
    return text.first.flatMap(NamedPlaces.Level.init).map { ($0, 1) }
  }

  /// How a form is completed: by a body of the document that ends with it, a body it is a part of,
  /// or the document's place of that level.
  func completion(of surface: ArraySlice<UInt32>, isDepartment: Bool) -> Completion {
    let text = spelledOut(CanonicalName.scalars(surface))
    let level = Self.level(of: text)?.0
    let endings = full.indices.filter {
      full[$0].count > text.count && full[$0].ends(with: text)
        && (level != nil || isBoundary(full[$0].dropLast(text.count)))
    }
    let own = level == nil && Self.isOffice(text) ? mainGovernment.map { $0 + text } : nil
    if let own, endings.contains(where: { full[$0] == own }) {
      return .always(String(scalars: own))
    }
    if endings.count == 1, own == nil { return .always(String(scalars: full[endings[0]])) }
    if !endings.isEmpty { return .nearest(endings, own.map { String(scalars: $0) }) }
    for alias in aliases where text.count > alias.form.count && text.starts(with: alias.form) {
      return .always(alias.name + String(scalars: text.dropFirst(alias.form.count)))
    }
    if level != nil { return .byPlace }
    if let own { return .always(String(scalars: own)) }
    // 经发局|局长 in an article about one city's government.
    if isDepartment { return .ofNearest }
    return document.region == .tw && text.count == 3 ? .byCity : .never
  }

  /// 教育处, 原住民族事务所: what a city's or county's government has many of.
  static func isOffice(_ text: Scalars) -> Bool {
    guard text.count >= 3, text.count <= 14, let last = text.last,
      text.first != u("全"), text.first != u("国")
    else { return false }
    return last == u("局") || last == u("处") || last == u("所") || last == u("科") || last == u("课")
  }

  /// Whether a department's name can follow: 新北市政府|消防局, but not 警政署刑事|警察局.
  func isBoundary(_ prefix: ArraySlice<UInt32>) -> Bool {
    switch prefix.last {
    case u("省"), u("市"), u("县"), u("区"), u("州"), u("府"), u("镇"), u("乡"), u("国"), u("部"), u("院"),
      u("校"), u("署"), u("局"), u("厅"), u("会"), u("社"), u("司"), u("处"), u("委"), u("学"), u("中"),
      u("小"):
      true
    default: indexes.value(of: prefix) != nil
    }
  }

  /// The full form of an elliptical name at an offset.
  func completed(_ surface: ArraySlice<UInt32>, at start: Int) -> String? {
    guard let completion = completions[surface] else { return nil }
    let text = spelledOut(CanonicalName.scalars(surface))
    if let body = referent(before: start) { return String(scalars: body + text) }
    if let place = coordinated(before: start) {
      let name = place + text
      return fullForm(of: name) ?? String(scalars: name)
    }
    switch completion {
    case .always(let name): return name
    case .nearest(let ends, let last):
      guard let k = nearest(of: ends, before: start) else {
        return last ?? byPlace(text, at: start)
      }
      return String(scalars: full[k])
    case .byPlace: return byPlace(text, at: start)
    case .byCity:
      guard let city = places.place(.city, endingWith: u("市"), at: start, paragraph: start)
      else { return nil }
      return String(scalars: city + [u("政"), u("府")] + text)
    case .never: return nil
    case .ofNearest:
      if Self.isBoardPart(text) || text == Self.supervisors, let body = mostNamed(.company) {
        return String(scalars: body + text)
      }
      // 图书馆馆长 in an article about one university, whoever stands before.
      if let main, Self.schoolParts.contains(where: { text.ends(with: $0) }) {
        return String(scalars: text.starts(with: full[main]) ? text : full[main] + text)
      }
      if let body = lastSettled(before: start) { return String(scalars: body + text) }
      guard let k = lastBody(before: start) ?? main else { return nil }
      // 渭阳工业大学科研处 has its school already.
      // 急诊部 of 某大学医学院附设医院.
      let root = full[k].ends(with: Self.hospital) ? full[k] : roots[k]
      return String(scalars: text.starts(with: root) ? text : root + text)
    }
  }

  /// Which of several full names stands last before an offset, at most 64 names back.
  func nearest(of candidates: [Int], before start: Int) -> Int? {
    var low = 0
    var high = standing.count
    while low < high {
      let middle = (low + high) / 2
      if standing[middle].start < start { low = middle + 1 } else { high = middle }
    }
    for k in stride(from: low - 1, through: max(0, low - 64), by: -1)
    where candidates.contains(standing[k].name) {
      return standing[k].name
    }
    return nil
  }

  func byPlace(_ text: Scalars, at start: Int) -> String? {
    guard let (level, length) = Self.level(of: text), text.count > length,
      let place = places.place(
        level, endingWith: text[length - 1], at: start, paragraph: paragraph(of: start))
    else { return nil }
    // 松坪村|村委会.
    let isWhole = level == .village && text[1] == u("委")
    let rest = text.dropFirst(isWhole ? 0 : length)
    // 市外办|友城科, where the text has 市外事办公室.
    for (short, long) in Self.officeForms where rest.count > short.count && rest.starts(with: short)
    {
      let office = place + long
      if settled.suffix(64).contains(where: { $0.name == office }) {
        return String(scalars: office + rest.dropFirst(short.count))
      }
    }
    let name = place + rest
    return fullForm(of: name) ?? String(scalars: name)
  }

  /// Where the paragraph of an offset begins, looked for 400 scalars back at most.
  func paragraph(of start: Int) -> Int {
    var i = start
    while i > 0, start - i < 400, document.shadow[i - 1] != 0x0A { i -= 1 }
    return i
  }

  /// The longer form of an office that the document gives as well: 上海市经济和信息化委员会 for
  /// 上海市经信委.
  func fullForm(of text: Scalars) -> String? {
    guard let last = text.last, Self.formEnds.contains(last) else { return nil }
    for (short, long) in Self.officeForms where text.count > short.count {
      guard text.ends(with: short) else { continue }
      let candidate = Scalars(text.dropLast(short.count)) + long
      if indexes.value(of: candidate) != nil { return String(scalars: candidate) }
    }
    return nil
  }

  static let governments = ["市政府", "县政府"].map { Scalars($0) }
  static let formEnds = Set(officeForms.compactMap(\.short.last))

  /// Parts that many bodies have, and that stand for the last body's (学术委员会主任委员).
  static let parts = Set(
    [
      "学术委员会", "专家委员会", "校务委员会", "理事会", "常务理事会", "监事会", "董事会", "校董会", "秘书处", "顾问委员会",
      "教务处", "学生会", "校友会", "家长教师会", "家长会", "家委会", "教师会", "校友总会", "审核委员会", "薪酬委员会", "提名委员会",
      "风险管理委员会", "审计委员会", "战略委员会", "法团校董会", "家长委员会", "职工代表大会",
    ].map { Scalars($0) })

  /// The full form that a short one picks characters of: 国训中心 → 国家运动训练中心. What a longer name
  /// merely goes on from is another body (临江大学, 临江师范大学).
  func abbreviated(_ text: Scalars, _ name: NameCandidate) -> String? {
    if text.last == u("系"), let full = department(text) { return full }
    guard name.lexiconName.isEmpty, text.count >= 3, text.count <= 6,
      matches.longest(at: name.span.start, [.body]).map({ $0.end < name.span.end }) ?? true
    else { return nil }
    var found: Scalars?
    for k in (text.first.flatMap { byFirst[$0] } ?? []).prefix(200) {
      let candidate = full[k]
      guard candidate.count >= text.count + 2, candidate.last == text.last else { continue }
      let head =
        candidate.count - zip(candidate.reversed(), text.reversed()).prefix { $0 == $1 }.count
      let common = candidate.count - head
      guard common < text.count - 1, common >= 1,
        !candidate.starts(with: text.dropLast(common)), Self.picks(text, from: candidate)
      else { continue }
      if let found, found != candidate { return nil }
      found = candidate
    }
    return found.map { String(scalars: $0) }
  }

  /// 国立成功大学机械系 → 国立成功大学机械工程学系, 电机系 → …电机工程学系: the only department that the short
  /// form picks characters of.
  private func department(_ text: Scalars) -> String? {
    var found: Int?
    for (k, name) in full.prefix(400).enumerated()
    where name.last == u("系") && name.count > text.count {
      let tail = Scalars(name.dropFirst(roots[k].count))
      let isOwn = text.starts(with: roots[k])
      let short = isOwn ? Scalars(text.dropFirst(roots[k].count)) : text
      guard short.count >= 2, short.count <= 6, tail.count > short.count,
        tail.first == short.first, Self.picks(short, from: tail)
      else { continue }
      if found != nil { return nil }
      found = k
    }
    return found.map { String(scalars: full[$0]) }
  }

  /// Notes a full name of a company that ends in its legal form.
  mutating func addCompany(_ text: Scalars, at span: TextSpan) {
    var core = text
    for form in Self.legalForms where core.count > form.count + 1 && core.ends(with: form) {
      core.removeLast(form.count)
    }
    guard core.count < text.count, companies.count < 64 else { return }
    // 维港银行 is no 银行: the place can be a part of the name.
    if core.count <= 6 { companies.append((core, full.count)) }
    if let place = matches.longest(at: span.start, [.place]),
      place.end - span.start < core.count - 1
    {
      core.removeFirst(place.end - span.start)
    }
    companies.append((core, full.count))
  }

  /// 触动科技, 触动科技公司, 沧屿公司 → 沧屿智慧养殖股份有限公司: the only company that begins so.
  func company(_ text: Scalars, _ name: NameCandidate) -> String? {
    guard !companies.isEmpty, name.kind == .institution(.company), name.lexiconName.isEmpty
    else { return nil }
    let bare = text.ends(with: Self.company) ? Scalars(text.dropLast(2)) : text
    guard bare.count >= 2,
      bare.count < text.count || bare.count >= 3
        || matches.longest(at: name.span.start, [.place]) == nil
    else { return nil }
    var found: Int?
    for (core, k) in companies.prefix(64)
    where core.starts(with: bare) && full[k].count > text.count {
      if let found, found != k { return nil }
      found = k
    }
    return found.map { String(scalars: full[$0]) }
  }

  static let company = Scalars("公司")
  static let legalForms = [
    "有限责任公司", "股份有限公司", "集团有限公司", "有限公司", "股份公司", "公司", "集团",
  ].map { Scalars($0) }

  /// Whether the characters of a short form stand in a longer one in the same order.
  static func picks(_ short: Scalars, from long: Scalars) -> Bool {
    var k = 0
    for c in long where k < short.count && c == short[k] { k += 1 }
    return k == short.count
  }

  /// The last body in the paragraph before an offset, at most 16 names back.
  func lastBody(before start: Int) -> Int? {
    let floor = paragraph(of: start)
    var low = 0
    var high = standing.count
    while low < high {
      let middle = (low + high) / 2
      if standing[middle].start < start { low = middle + 1 } else { high = middle }
    }
    for k in stride(from: low - 1, through: max(0, low - 16), by: -1) {
      guard standing[k].start >= floor else { return nil }
      let text = full[standing[k].name]
      if !Self.parts.contains(text), !Self.isMedium(text), !Self.isCollege(text) {
        return standing[k].name
      }
    }
    return nil
  }

  /// 应用数学系, 工学院: a part of a school that the text does not name beside it.
  static func isCollege(_ text: Scalars) -> Bool {
    text.last == u("系") || text.count <= 4 && text.ends(with: Scalars("学院"))
  }

  /// 日报, 通讯社, 新华社: whose reporter tells of the bodies is none of them.
  static func isMedium(_ text: Scalars) -> Bool {
    switch text.last {
    case u("报"), u("社"), u("网"), u("台"): true
    default: false
    }
  }
}
