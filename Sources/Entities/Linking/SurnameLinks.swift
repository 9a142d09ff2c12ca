import HanText

/// Ties bare surnames to the full name they stand for: 张主任 → 张英.
struct SurnameLinks {
  let document: Document
  let matches: LexiconMatches
  let names: [NameCandidate]

  /// Someone named in full.
  private struct Person {
    let surface: ArraySlice<UInt32>
    let name: String
  }

  /// Sets the canonical name of each bare surname that one person of the document fits, and takes
  /// away the posts that the bare title gave it without a body.
  ///
  /// - Complexity: O(surnames × persons of the surname + posts).
  func resolve(_ posts: inout [FoundPost], _ canonical: inout [String]) {
    guard names.contains(where: \.isSurname) else { return }
    let bySurname = people(canonical)
    var roles: [NameKey: Set<NameKey>] = [:]
    var own: [Int: String] = [:]
    for post in posts {
      guard let role = post.role else { continue }
      if names[post.person].isSurname {
        own[post.person] = own[post.person] ?? role
      } else {
        roles[NameKey(canonical[post.person]), default: []].insert(NameKey(role))
      }
    }
    var chosen: [ChoiceKey: String?] = [:]
    var resolved = Set<Int>()
    for k in names.indices where names[k].isSurname && !hasOwnStatus(names[k].span.start) {
      let surname = document.shadow[names[k].span]
      guard let first = surname.first, let people = bySurname[first] else { continue }
      let address = address(behind: names[k].span.end)
      let key = ChoiceKey(surname: surname, role: own[k], isWoman: address)
      let name: String?
      if let known = chosen[key] {
        name = known
      } else {
        name = choose(
          people.filter { $0.surface.count > surname.count && $0.surface.starts(with: surname) },
          role: own[k], isWoman: address, roles)
        chosen[key] = name
      }
      guard let name else { continue }
      canonical[k] = name
      resolved.insert(k)
    }
    posts.removeAll { resolved.contains($0.person) && $0.institution == nil }
  }

  private struct ChoiceKey: Hashable {
    let surname: ArraySlice<UInt32>
    let role: String?
    let isWoman: Bool?
  }

  private func people(_ canonical: [String]) -> [UInt32: [Person]] {
    var found: [UInt32: [Person]] = [:]
    var seen = Set<NameKey>()
    for k in names.indices where names[k].kind == .person && !names[k].isSurname {
      let surface = document.shadow[names[k].span]
      if let first = surface.first, seen.insert(NameKey(canonical[k])).inserted {
        found[first, default: []].append(Person(surface: surface, name: canonical[k]))
      }
    }
    return found
  }

  /// The only person the title fits, or the only one who holds it.
  private func choose(
    _ people: [Person], role: String?, isWoman: Bool?, _ roles: [NameKey: Set<NameKey>]
  ) -> String? {
    guard let role, !Self.isRank(role) else {
      return people.count == 1 && fits(people[0], isWoman) ? people[0].name : nil
    }
    let holders = people.filter {
      roles[NameKey($0.name)]?.contains { $0.name.hasSuffix(role) } ?? false
    }
    if holders.count == 1 { return holders[0].name }
    guard people.count == 1, holders.isEmpty else { return nil }
    // 陈主任 is not 陈志明, who is headmaster.
    let known = roles[NameKey(people[0].name)] ?? []
    return known.allSatisfy { Self.isRank($0.name) } ? people[0].name : nil
  }

  /// Whether the form of address does not speak against a person: one called 先生 elsewhere is no
  /// 女士, and one who has only a post is hardly met as 女士 without the text calling her so.
  private func fits(_ person: Person, _ isWoman: Bool?) -> Bool {
    guard let isWoman else { return true }
    let said = Set(
      names.filter {
        !$0.isSurname && $0.kind == .person && document.shadow[$0.span] == person.surface
      }
      .compactMap { address(behind: $0.span.end) })
    return said.isEmpty || said.contains(isWoman)
  }

  /// Whether a form of address behind a name means a woman; `nil` where none stands there.
  private func address(behind end: Int) -> Bool? {
    guard end + 2 <= document.shadow.count else { return nil }
    let word = document.shadow[end..<(end + 2)]
    if Self.women.contains(where: { word.elementsEqual($0) }) { return true }
    return word.elementsEqual(Self.sir) ? false : nil
  }

  private static let women = ["女士", "小姐", "太太", "夫人", "阿姨", "奶奶"].map { Scalars($0) }
  private static let sir = Scalars("先生")

  /// 家长|陈女士, 居民|王先生: someone of whom the text says who it is.
  private func hasOwnStatus(_ start: Int) -> Bool {
    guard let word = matches.longest(endingAt: start, [.status, .occupation]) else { return false }
    return word.end - word.start >= 2
  }

  /// Ranks and forms of address that go with any post.
  private static func isRank(_ role: String) -> Bool { ranks.contains { role.hasSuffix($0) } }

  private static let ranks = [
    "教授", "博士", "老师", "教师", "研究员", "院士", "医生", "律师", "工程师", "委员", "代表", "先生", "女士", "小姐", "同志", "总",
    "博士生导师", "导师", "记者", "讲师",
  ]
}
