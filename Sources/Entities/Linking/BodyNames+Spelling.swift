import HanText

/// Canonical names spelled out from what is written: aliases, courts, known bodies that names begin with.
extension BodyNames {
  /// 长宁师大附中 → 长宁师范大学附属中学, where 长宁师大 stands for the university.
  func spelledAlias(_ text: Scalars, _ name: NameCandidate) -> String? {
    guard name.lexiconName.isEmpty, !aliases.isEmpty else { return nil }
    for alias in aliases.prefix(64)
    where alias.form.count >= 3 && text.count >= alias.form.count + 2
      && text.starts(with: alias.form)
    {
      let rest = Scalars(text.dropFirst(alias.form.count))
      guard let spelled = Self.attached.first(where: { rest.starts(with: $0.short) }) else {
        return nil
      }
      return alias.name + String(scalars: spelled.full + rest.dropFirst(spelled.short.count))
    }
    return nil
  }

  static let attached: [(short: Scalars, full: Scalars)] = [
    ("附中", "附属中学"), ("附小", "附属小学"), ("附院", "附属医院"), ("附幼", "附属幼儿园"),
  ].map { (Scalars($0.0), Scalars($0.1)) }

  /// 桥头地检署 → 台湾桥头地方检察署: as Taiwan's courts and prosecutors are called by law.
  static func court(_ surface: ArraySlice<UInt32>) -> String? {
    guard surface.count >= 4, surface.count <= 8 else { return nil }
    for (short, full) in courts where surface.count >= short.count + 2 && surface.ends(with: short)
    {
      let place = surface.dropLast(short.count)
      if place.count > 3 || place.starts(with: taiwan) { return nil }
      return String(scalars: taiwan + place + full)
    }
    return nil
  }

  static let taiwan = Scalars("台湾")

  static let courts: [(short: Scalars, full: Scalars)] = [
    ("地检署", "地方检察署"), ("地方检察署", "地方检察署"), ("地院", "地方法院"), ("地方法院", "地方法院"),
  ].map { (Scalars($0.0), Scalars($0.1)) }

  /// 国立 before the name of a school as the document has it: with it where it stands so anywhere.
  func asWritten(_ text: String) -> String {
    guard writesNational || text.unicodeScalars.first == "国" else { return text }
    let scalars = Scalars(text)
    if scalars.starts(with: Self.national) {
      let short = scalars.dropFirst(2)
      let isShort = written.value(of: scalars) == nil && written.value(of: short) != nil
      return isShort ? String(scalars: short) : text
    }
    let national = Self.national + scalars
    return written.value(of: national) != nil ? String(scalars: national) : text
  }

  /// The full name of the body that a longer name begins with: 北京大学 of 北大计算机学院.
  func fullBody(at start: Int, before end: Int) -> String? {
    guard let body = matches.longest(at: start, [.body]), body.end < end,
      let reading = matches.body(body)
    else { return nil }
    return asWritten(
      matches.name(of: reading) ?? CanonicalName.make(document.shadow[start..<body.end]))
  }

  /// 北大计算机学院 → 北京大学计算机学院.
  func withFullBody(_ span: TextSpan) -> String? {
    guard let body = matches.longest(at: span.start, [.body]), body.end < span.end,
      let reading = matches.body(body), reading.kind != .company, reading.kind != .media,
      // 中共某市委, 民盟某大学总支: as its bodies are called.
      reading.kind != .party,
      // 东盟信息港股份有限公司 is no part of 东盟.
      reading.kind == .school || reading.kind == .research
        || !document.shadow[span].ends(with: Self.company)
    else { return nil }
    // 华东理工|学院: another school than 华东理工大学.
    let rest = document.shadow[body.end..<span.end]
    if Self.schools.contains(where: { rest.elementsEqual($0) }) { return nil }
    let surface = CanonicalName.make(document.shadow[span.start..<body.end])
    let name = asWritten(matches.name(of: reading) ?? surface)
    return name == surface ? nil : name + CanonicalName.make(rest)
  }

  static let schools = ["学院", "大学"].map { Scalars($0) }
}
