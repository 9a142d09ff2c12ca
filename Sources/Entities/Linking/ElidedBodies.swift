import HanText

/// Finds the body of a post that the text does not repeat: 该院高级工程师, 公司总经理, and titles that
/// only one kind of body has (校长, 董事长, 局长).
struct ElidedBodies {
  let document: Document
  let names: [NameCandidate]

  /// What a body must be to fit.
  private enum Need {
    case kind([InstitutionKind])
    case ending(UInt32)
  }

  private static let titles: [(Scalars, [InstitutionKind])] = [
    ("校长", [.school]), ("园长", [.school]), ("教务主任", [.school]), ("教师", [.school]),
    ("老师", [.school]), ("班主任", [.school]), ("董事长", [.company]), ("总经理", [.company]),
    ("总裁", [.company]), ("首席执行官", [.company]), ("首席财务官", [.company]),
    ("首席技术官", [.company]), ("首席运营官", [.company]), ("执行长", [.company]), ("总编辑", [.media]),
    ("财务总监", [.company]), ("会长", [.association]), ("理事长", [.association]),
  ].map { (Scalars($0.0), $0.1) }

  private static let endings: [(Scalars, UInt32)] = [
    ("局长", u("局")), ("厅长", u("厅")), ("司长", u("司")), ("处长", u("处")), ("部长", u("部")),
    ("署长", u("署")), ("馆长", u("馆")), ("行长", u("行")), ("所长", u("所")), ("院长", u("院")), ("台长", u("台")),
  ].map { (Scalars($0.0), $0.1) }

  private static let references: [(Scalars, [InstitutionKind])] = [
    ("该公司", [.company]), ("公司", [.company]), ("集团", [.company]), ("该校", [.school]),
    ("学校", [.school]), ("我校", [.school]), ("该院", [.school, .research, .other]),
    ("学院", [.school]), ("该所", [.research]), ("研究院", [.research]), ("该局", [.government]),
    ("该厅", [.government]), ("该协会", [.association]), ("协会", [.association]),
    ("该会", [.association]), ("该基金会", [.association, .other]), ("该报", [.media]),
    ("该行", [.company]), ("医院", [.other]), ("该中心", [.other, .research, .company, .government]),
  ].map { (Scalars($0.0), $0.1) }

  /// Completes posts without a body from the nearest fitting one before them.
  ///
  /// - Complexity: O(posts × names before them).
  func complete(_ posts: [FoundPost]) -> [FoundPost] {
    let placed = Set(
      posts.filter { $0.institution != nil && !$0.isFormer }.map { surface($0.person) })
    var elided: [Int: Int] = [:]
    let first = posts.map { post in
      guard post.institution == nil, let role = post.role, !names[post.person].isSurname,
        !placed.contains(surface(post.person)), let need = need(role, of: post.person)
      else { return post }
      var completed = post
      completed.institution = nearest(before: names[post.person].span.start, need)
      elided[post.person] = completed.institution
      return completed
    }
    // 公司联合创始人、董事长: one body for all posts of an apposition.
    return first.map { post in
      var completed = post
      if post.institution == nil, post.role != nil { completed.institution = elided[post.person] }
      return completed
    }
  }

  private func surface(_ k: Int) -> ArraySlice<UInt32> { document.shadow[names[k].span] }

  private func need(_ role: String, of person: Int) -> Need? {
    let text = Scalars(role)
    let start = names[person].span.start
    // The word right before the title: 该院|高级工程师|陈思远.
    let before = start - text.count
    if before > 0 {
      for (word, kinds) in Self.references where before >= word.count {
        if document.shadow[(before - word.count)..<before].elementsEqual(word) {
          return .kind(kinds)
        }
      }
    }
    for (title, kinds) in Self.titles where text.count >= title.count {
      if text.suffix(title.count).elementsEqual(title) { return .kind(kinds) }
    }
    for (title, ending) in Self.endings where text.count >= title.count {
      if text.suffix(title.count).elementsEqual(title) { return .ending(ending) }
    }
    return nil
  }

  private func nearest(before offset: Int, _ need: Need) -> Int? {
    var k = lastName(before: offset)
    // Two hundred names back at most, so that a document without any such body costs no more.
    let floor = max(0, k - 200)
    while k >= floor, k >= 0 {
      if case .institution(let kind) = names[k].kind {
        switch need {
        case .kind(let kinds): if kinds.contains(kind) { return k }
        case .ending(let c): if document.shadow[names[k].span.end - 1] == c { return k }
        }
      }
      k -= 1
    }
    return nil
  }

  private func lastName(before offset: Int) -> Int {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
