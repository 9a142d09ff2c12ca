import HanText

/// Finds posts told by verbs: 任, 出任, 当选, 兼任, 免去, 接替, and lists with 分别.
struct VerbPosts {
  let finder: PostFinder

  /// How a verb gives a post.
  private enum Sense: Sendable {
    /// The subject holds it.
    case holds
    /// The subject held it.
    case held
    /// Whom the verb stands before is put into it (任命张三为).
    case appoints
    /// Whom the verb stands before loses it (免去张三的).
    case removes
  }

  /// One verb: its form, what it says, and whether it needs no subject right before it.
  private struct Verb: Sendable {
    let form: Scalars
    let sense: Sense
    let isFree: Bool
  }

  private static let verbs: [Verb] = {
    let holds = [
      "现任", "担任", "出任", "当选为", "当选", "兼任", "获任", "升任", "接任", "就任", "改任", "调任",
      "转任", "继任", "获委任为", "获选为", "获聘为", "受聘为",
    ]
    let held = [
      "曾任", "时任", "历任", "曾担任", "不再担任", "不再兼任", "此前担任", "此前任", "之前担任", "曾在", "卸任", "辞去", "辞任", "曾是",
    ]
    let bound = ["任", "为", "是", "系"]
    let appoints = ["任命", "委任", "聘任", "聘请", "提名", "推选", "选举"]
    let removes = ["免去", "免除"]
    return holds.map { Verb(form: Scalars($0), sense: .holds, isFree: true) }
      + held.map { Verb(form: Scalars($0), sense: .held, isFree: true) }
      + bound.map { Verb(form: Scalars($0), sense: .holds, isFree: false) }
      + appoints.map { Verb(form: Scalars($0), sense: .appoints, isFree: true) }
      + removes.map { Verb(form: Scalars($0), sense: .removes, isFree: true) }
  }()

  /// What may stand between a person and the verb.
  private static let between = ["同志", "先生", "女士", "分别"].map { Scalars($0) }

  private var shadow: Scalars { finder.document.shadow }

  /// The posts of verbs, merged with those already found, in the order of the persons.
  func find(besides known: [FoundPost]) -> [FoundPost] {
    var found = known
    for sentence in finder.document.sentences { read(sentence, into: &found) }
    // Stable by person: those found first stay first.
    return found.enumerated().sorted {
      $0.element.person != $1.element.person
        ? $0.element.person < $1.element.person : $0.offset < $1.offset
    }.map(\.element)
  }

  private func read(_ sentence: TextSpan, into found: inout [FoundPost]) {
    var i = sentence.start
    var subject: Int?
    var replaced: Int?
    var body: Int?
    while i < sentence.end {
      if let person = finder.person(at: i) {
        if isReplaced(i) { replaced = person } else { subject = person }
        i = finder.names[person].span.end
        continue
      }
      guard let verb = verb(at: i, sentence.end) else {
        i += 1
        continue
      }
      let end = i + verb.form.count
      switch verb.sense {
      case .holds, .held:
        if let subject, verb.isFree || isDirectly(behind: subject, i) {
          let before = found.count
          add(subject, at: i, postsFrom: end, isFormer: verb.sense == .held, &body, to: &found)
          if let person = replaced, found.count > before {
            addPosts(of: [person], from: end, isFormer: true, &body, to: &found)
          }
          replaced = nil
        }
      case .appoints, .removes:
        if verb.sense == .removes, end < sentence.end, shadow[end] == u("其"), let subject {
          // 免去其某职务: of the one just named.
          addPosts(of: [subject], from: end + 1, isFormer: true, &body, to: &found)
        } else if let person = finder.person(at: end) {
          let start = linkEnd(behind: finder.names[person].span.end)
          addPosts(of: [person], from: start, isFormer: verb.sense == .removes, &body, to: &found)
          subject = verb.sense == .removes ? nil : person
          i = max(end, finder.names[person].span.end)
          continue
        }
      }
      i = end
    }
  }

  private func verb(at i: Int, _ limit: Int) -> Verb? {
    var best: Verb?
    for verb in Self.verbs {
      guard i + verb.form.count <= limit, shadow[i] == verb.form[0] else { continue }
      if shadow[i..<(i + verb.form.count)].elementsEqual(verb.form),
        verb.form.count > best?.form.count ?? 0
      {
        best = verb
      }
    }
    return best
  }

  /// 接替|陈国栋|出任…: who held the post before.
  private func isReplaced(_ start: Int) -> Bool {
    guard start >= 2 else { return false }
    let c = (shadow[start - 2], shadow[start - 1])
    return c == (u("接"), u("替")) || c == (u("取"), u("代"))
  }

  private func isDirectly(behind person: Int, _ i: Int) -> Bool {
    var end = finder.names[person].span.end
    // 刘晓东|同志|任, 孙立成、马晓燕|分别|任.
    for word in Self.between where end + word.count <= i {
      if shadow[end..<(end + word.count)].elementsEqual(word) { end += word.count }
    }
    guard i >= end, i - end <= 1 else { return false }
    return i == end || shadow[end] == u("，") || shadow[end] == u(",") || shadow[end] == u("现")
  }

  /// 张三、李四和王五分别任…: one post each; otherwise all posts to the subject.
  private func add(
    _ subject: Int, at verb: Int, postsFrom start: Int, isFormer: Bool, _ body: inout Int?,
    to found: inout [FoundPost]
  ) {
    var people = [subject]
    while let first = people.first, let previous = before(first) { people.insert(previous, at: 0) }
    if isRespectively(before: verb), people.count > 1 {
      let segments = finder.forward(from: start).segments
      for (person, segment) in zip(people, segments) where segment.institution != nil {
        append(person, segment, isFormer, to: &found)
      }
      return
    }
    addPosts(of: people, from: start, isFormer: isFormer, &body, to: &found)
  }

  private func before(_ person: Int) -> Int? {
    let start = finder.names[person].span.start
    for gap in 1...2 where start - gap > 0 {
      if let previous = finder.person(endingAt: start - gap), finder.isListGap(start - gap, start) {
        return previous
      }
    }
    return nil
  }

  private func isRespectively(before i: Int) -> Bool {
    i >= 2 && shadow[i - 2] == u("分") && shadow[i - 1] == u("别")
  }

  private func addPosts(
    of people: [Int], from start: Int, isFormer: Bool, _ body: inout Int?,
    to found: inout [FoundPost]
  ) {
    for segment in finder.forward(from: start).segments {
      // 李文静为副理事长: of the body named in the clause before.
      var completed = segment
      if segment.institution == nil { completed.institution = body }
      guard completed.institution != nil else { continue }
      body = completed.institution
      for person in people { append(person, completed, isFormer, to: &found) }
    }
  }

  private func append(
    _ person: Int, _ segment: PostFinder.Segment, _ isFormer: Bool, to found: inout [FoundPost]
  ) {
    guard !segment.isStatus else { return }
    found.append(
      FoundPost(
        person: person, role: segment.role, institution: segment.institution,
        isFormer: isFormer || segment.isFormer))
  }

  /// Steps over 为, 担任, 任, 出任, 的, 同志 behind whom a post is given to or taken from.
  private func linkEnd(behind start: Int) -> Int {
    var i = start
    for word in [Scalars("同志"), Scalars("先生"), Scalars("女士")]
    where i + 2 <= shadow.count && shadow[i..<(i + 2)].elementsEqual(word) {
      i += 2
    }
    while i < shadow.count, i - start < 6 {
      switch shadow[i] {
      case u("为"), u("担"), u("任"), u("出"), u("的"): i += 1
      default: return i
      }
    }
    return i
  }
}
