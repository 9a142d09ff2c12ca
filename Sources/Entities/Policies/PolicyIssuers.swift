import HanText

/// Finds who issued a policy: the subject of 发布, 印发 and the like before its title, the body the
/// title begins with or stands behind, or the code of its number.
struct PolicyIssuers {
  let document: Document
  let matches: LexiconMatches
  let names: [NameCandidate]
  /// Canonical names, one for each of `names`.
  let canonical: [String]
  /// The last body that stands on a line of its own.
  private let signature: Int?

  init(
    document: Document, matches: LexiconMatches, names: [NameCandidate], canonical: [String]
  ) {
    self.document = document
    self.matches = matches
    self.names = names
    self.canonical = canonical
    signature = names.lastIndex {
      guard case .institution(let kind) = $0.kind, kind != .media else { return false }
      return Self.isLine($0.span, document.shadow)
    }
  }

  private var shadow: Scalars { document.shadow }

  private static let verbs = [
    "发布", "印发", "出台", "公布", "颁布", "下发", "制定", "推出", "发出", "修订", "审议通过", "通过",
    "编制", "起草", "研制", "公告", "订定", "刊宪", "发表", "制订", "签发", "转发", "推动", "推", "宣布", "研拟", "拟定", "检送",
    "草拟", "订立", "实施",
  ].map { Scalars($0) }

  /// Codes of central authorities at the start of document numbers.
  private static let codes: [(Scalars, String)] = [
    ("国办发", "国务院办公厅"), ("国办函", "国务院办公厅"), ("国发", "国务院"), ("国函", "国务院"),
    ("中办发", "中共中央办公厅"), ("工信部", "工业和信息化部"), ("人社部", "人力资源和社会保障部"),
    ("发改", "国家发展和改革委员会"), ("国科发", "科学技术部"), ("教", "教育部"), ("院台", "行政院"),
    ("台教国署", "教育部国民及学前教育署"), ("台教授国", "教育部国民及学前教育署"),
    ("台教", "教育部"), ("财", "财政部"),
  ].map { (Scalars($0.0), $0.1) }

  /// The issuer of one policy, canonical; `nil` where the text does not say.
  func issuer(of policy: FoundPolicy) -> String? {
    if policy.isNumber { return ownNumber(policy) ?? code(policy.span) }
    return subject(before: policy.reach) ?? titleBody(policy.span) ?? agent(after: policy.reach)
      ?? policy.number.flatMap(code)
  }

  /// 教育部等四部门联合印发《…》; 教育部《…》; 教育部的《…》.
  private func subject(before reach: TextSpan) -> String? {
    guard let sentence = sentence(at: reach.start) else { return nil }
    var verb: Int?
    var i = reach.start - 1
    let floor = max(sentence.start, reach.start - 14)
    while i >= floor {
      for word in Self.verbs where i + word.count <= reach.start && shadow[i] == word[0] {
        if shadow[i..<(i + word.count)].elementsEqual(word) { verb = i }
      }
      if verb != nil || shadow[i] == u("》") || shadow[i] == u("，") || shadow[i] == u(",") { break }
      i -= 1
    }
    if let verb {
      return firstOfList(lastBody(before: verb, within: sentence, reach: 30))
    }
    var end = reach.start
    if end > 0, shadow[end - 1] == u("的") { end -= 1 }
    let k = firstName(endingBehind: end - 1)
    guard k < names.count, names[k].span.end == end, isBody(k) else { return nil }
    return canonical[k]
  }

  private func sentence(at i: Int) -> TextSpan? {
    var low = 0
    var high = document.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if document.sentences[middle].end <= i { low = middle + 1 } else { high = middle }
    }
    guard low < document.sentences.count else { return nil }
    return document.sentences[low].start <= i ? document.sentences[low] : nil
  }

  /// Index of the first name that ends behind an offset; the names are in order.
  private func firstName(endingBehind end: Int) -> Int {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].span.end <= end { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isBody(_ k: Int) -> Bool {
    if case .institution(let kind) = names[k].kind { return kind != .media }
    return false
  }

  private func lastBody(before end: Int, within sentence: TextSpan, reach: Int) -> Int? {
    var k = firstName(endingBehind: end) - 1
    while k >= 0, names[k].span.start >= sentence.start, end - names[k].span.end <= reach {
      if isBody(k) { return k }
      // 某大学校长张三认为，应修订《…》: the person speaks, and issues nothing.
      if names[k].kind == .person { return nil }
      k -= 1
    }
    return nil
  }

  /// The first of bodies listed with 、 和 会同.
  private func firstOfList(_ last: Int?) -> String? {
    guard var k = last else { return nil }
    while k > 0, isBody(k - 1), names[k].span.start - names[k - 1].span.end <= 3,
      shadow[names[k - 1].span.end..<names[k].span.start].allSatisfy({
        $0 == u("、") || $0 == u("将") || $0 == u("和") || $0 == u("与") || $0 == u("会") || $0 == u("同")
          || Marks.isClose($0) || $0 == u("联") || $0 == u("合") || $0 == 0x20
      })
    {
      k -= 1
    }
    return canonical[k]
  }

  /// 教育部办公厅关于…的通知: the body the title begins with.
  private func titleBody(_ title: TextSpan) -> String? {
    var i = title.start
    while i + 1 < title.end, i - title.start < 24 {
      if shadow[i] == u("关"), shadow[i + 1] == u("于") { break }
      i += 1
    }
    guard i > title.start, i + 1 < title.end, i - title.start < 24 else {
      // 教育部补助大学产学合作要点.
      guard let body = matches.longest(at: title.start, [.body]),
        matches.body(body)?.kind == .government, body.end < title.end
      else { return nil }
      return CanonicalName.make(shadow[body.start..<body.end])
    }
    guard
      matches.longest(endingAt: i, [.head]) != nil || matches.longest(endingAt: i, [.body]) != nil
    else { return nil }
    return CanonicalName.make(shadow[title.start..<i])
  }

  /// 《…》由教育部印发.
  private func agent(after reach: TextSpan) -> String? {
    guard reach.end < shadow.count, shadow[reach.end] == u("由") else { return nil }
    let k = firstName(endingBehind: reach.end + 1)
    guard k < names.count, names[k].span.start == reach.end + 1, isBody(k) else { return nil }
    return canonical[k]
  }

  private func code(_ number: TextSpan) -> String? {
    for (code, name) in Self.codes where number.count > code.count {
      if shadow[number.start..<(number.start + code.count)].elementsEqual(code) { return name }
    }
    return nil
  }

  /// A number on a line of its own is the document's: its issuer signs at the end.
  private func ownNumber(_ policy: FoundPolicy) -> String? {
    guard isLine(policy.span), let signature, names[signature].span.start > policy.span.end
    else { return nil }
    return canonical[signature]
  }

  private func isLine(_ span: TextSpan) -> Bool { Self.isLine(span, shadow) }

  private static func isLine(_ span: TextSpan, _ shadow: Scalars) -> Bool {
    (span.start == 0 || shadow[span.start - 1] == 0x0A)
      && (span.end == shadow.count || shadow[span.end] == 0x0A)
  }
}
