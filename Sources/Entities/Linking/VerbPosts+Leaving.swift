import HanText

/// Posts left: where the one who holds it retires, resigns or moves on, and where a career dates it.
extension VerbPosts {
  /// What one does who leaves a post: 退休, 请辞.
  static let leaving = [
    "退休", "届龄退休", "屆退", "荣退", "请辞", "辞职", "辞任", "离任", "离职", "卸任", "任满", "任期届满", "期满", "借调期满", "届满",
    "转任",
    "改任", "调任", "调离", "另有任用", "去职", "退任", "因年龄原因", "到龄", "转岗", "不再担任", "被免职", "请调",
  ].map { Scalars($0) }

  /// 翁淑敏|请辞获准, 吕政儒|届龄退休: said of the post before the name, that it is left.
  func isLeaving(behind end: Int) -> Bool {
    var i = end
    if i < shadow.count, Marks.isOpen(shadow[i]) {
      while i < shadow.count, i - end < 12, !Marks.isClose(shadow[i]) { i += 1 }
      i += 1
    }
    for start in i..<(i + 5) where start < shadow.count {
      guard Marks.isHan(shadow[start]) else { return false }
      for word in Self.leaving where shadow[start...].starts(with: word) {
        let next = start + word.count
        // 由某人|调任。: the verb of the one who comes.
        return next < shadow.count && Marks.isNamePart(shadow[next])
          || word.last == u("休") || word.last == u("满") || word.last == u("职")
      }
      if matches(start) { return false }
    }
    return false
  }

  /// Whether a name begins at an offset.
  func matches(_ start: Int) -> Bool { finder.name(at: start) != nil }

  /// Marks the posts that stand before a name as left.
  func leave(_ person: Int, _ found: inout [FoundPost], among appositions: Int) {
    let start = finder.names[person].span.start
    // Those found by apposition stand first, in the order of the persons.
    for k in Self.first(of: person, in: found, count: appositions)..<appositions {
      guard found[k].person == person else { return }
      guard let role = found[k].role, found[k].offset < start, !found[k].isOwnClause,
        !Self.ranks.contains(where: { role.hasSuffix($0) })
      else { continue }
      found[k].isFormer = true
      // 董事|甲、乙|先后辞职: the title that stands once for the list.
      for other in stride(from: k - 1, through: max(0, k - 20), by: -1)
      where found[other].offset == found[k].offset && found[other].role == role {
        found[other].isFormer = true
      }
    }
  }

  /// The index of the first post of a person or one behind, among the first `count`, which are in
  /// the order of the persons.
  static func first(of person: Int, in found: [FoundPost], count: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if found[middle].person < person { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// 某人因年事已高，将于8月1日退任，: what a subject does later in its sentence, with nobody named
  /// and nothing said between.
  func leavesLater(behind end: Int, _ limit: Int) -> Bool {
    var i = end
    while i < min(limit, end + 40) {
      let c = shadow[i]
      if c == u("；") || c == u(":") || c == u("：") || finder.name(at: i) != nil { return false }
      if finder.matches.longest(at: i, [.say]) != nil { return false }
      if Self.retiring.contains(where: { shadow[i...].starts(with: $0) }) {
        let next = i + 2
        return next >= shadow.count || !Marks.isNamePart(shadow[next]) || shadow[next] == u("后")
      }
      // 某人的父亲…退休, 某人和…: said of another.
      if i == end, c == u("的") || c == u("和") || c == u("与") || c == u("、") { return false }
      if c == u("由") || c == u("让") || c == u("请") { return false }
      i += 1
    }
    return false
  }

  private static let retiring = ["退任", "卸任", "离任", "辞任", "荣退", "退休", "请辞", "辞职"].map {
    Scalars($0)
  }

  /// 任期届满的|某人, 卸任的某人: said of the posts the text gave before.
  func isLeft(before start: Int) -> Bool {
    guard start > 3, shadow[start - 1] == u("的") else { return false }
    return Self.left.contains { shadow[..<(start - 1)].ends(with: $0) }
  }

  private static let left = ["届满", "任满", "卸任", "离任", "退任", "退休", "去职"].map { Scalars($0) }

  /// Marks the posts as left that the paragraph gave before a name to whoever has it.
  func leaveEarlier(_ person: Int, _ found: inout [FoundPost], among appositions: Int) {
    let surface = shadow[finder.names[person].span]
    let end = Self.first(of: person, in: found, count: appositions)
    for k in stride(from: end - 1, through: max(0, end - 16), by: -1)
    where shadow[finder.names[found[k].person].span] == surface {
      let gap = finder.names[found[k].person].span.end..<finder.names[person].span.start
      if gap.count > 400 || shadow[gap].contains(0x0A) { return }
      leave(found[k].person, &found, among: appositions)
    }
  }

  /// 2009年|退休: the end of a career.
  func retires(at i: Int) -> Bool {
    guard i > 4, i + 1 < shadow.count, shadow[i + 1] == u("休"), shadow[i - 1] == u("年") else {
      return false
    }
    return Marks.isDigit(shadow[i - 2])
  }

  /// Marks the posts as left that verbs gave someone in the paragraph before a career's end.
  func leaveCareer(_ person: Int, since first: Int, _ found: inout [FoundPost]) {
    let surface = shadow[finder.names[person].span]
    for k in first..<max(first, found.count)
    where shadow[finder.names[found[k].person].span] == surface {
      if let role = found[k].role, Self.ranks.contains(where: { role.hasSuffix($0) }) { continue }
      found[k].isFormer = true
    }
  }

  static let ranks = ["教授", "研究员", "院士", "医师", "记者", "教师", "工程师", "创始人", "创办人", "发起人"]

  /// The year that the clause of a verb names as its time: 2015年|出任, 2015年3月|任; not where it
  /// says 起, and only behind a mark or the name.
  func year(before verb: Int) -> Int? {
    var i = verb
    while i > 4, verb - i < 10 {
      let c = shadow[i - 1]
      if c == u("年"), Marks.isDigit(shadow[i - 2]) {
        var year = 0
        var digits = 0
        var k = i - 2
        while k >= 0, digits < 5, Marks.isDigit(shadow[k]) {
          digits += 1
          k -= 1
        }
        for d in (k + 1)...(i - 2) { year = year * 10 + Int(shadow[d] - 0x30) }
        if digits == 4 { return year }
        return digits == 3 && finder.document.region == .tw ? year + 1911 : nil
      }
      guard Marks.isDigit(c) || c == u("月") || c == u("日") || c == u("底") || c == u("初") else {
        return nil
      }
      i -= 1
    }
    return nil
  }

  /// The year of publication; 0 where the page does not say.
  var publishedYear: Int { finder.document.published.flatMap { Int($0.prefix(4)) } ?? 0 }

  /// 2015年出任副州长 of someone who has another post now: left.
  func settleDated(_ found: inout [FoundPost]) {
    guard found.contains(where: \.isDated) else { return }
    func key(_ k: Int) -> ArraySlice<UInt32> { shadow[finder.names[k].span] }
    var holders = Set<ArraySlice<UInt32>>()
    for post in found where !post.isDated && !post.isFormer && post.role != nil && !post.isHonorific
    {
      holders.insert(key(post.person))
    }
    // 1995年当选院士: for life.
    for k in found.indices
    where found[k].role?.hasSuffix("院士") != true && found[k].isDated
      && holders.contains(key(found[k].person))
    {
      found[k].isFormer = true
    }
  }
}
