import HanText

/// Ties bare surnames to the full name they stand for: 张主任 → 张英.
struct SurnameLinks {
  let document: Document
  let names: [NameCandidate]

  /// Sets the canonical name of each bare surname that one person of the document fits, and gives
  /// its post the body of that person's.
  ///
  /// - Complexity: O(surnames × persons).
  func resolve(_ posts: inout [FoundPost], _ canonical: inout [String]) {
    var bySurname: [UInt32: [(surface: ArraySlice<UInt32>, name: String)]] = [:]
    var seen = Set<String>()
    var resolved = Set<Int>()
    for k in names.indices where names[k].kind == .person && !names[k].isSurname {
      let surface = document.shadow[names[k].span]
      if let first = surface.first, seen.insert(canonical[k]).inserted {
        bySurname[first, default: []].append((surface, canonical[k]))
      }
    }
    for k in names.indices where names[k].isSurname {
      let surname = document.shadow[names[k].span]
      let people = (surname.first.flatMap { bySurname[$0] } ?? []).filter {
        $0.surface.count > surname.count && $0.surface.starts(with: surname)
      }.map(\.name)
      guard let name = choose(people, for: k, posts, canonical) else { continue }
      canonical[k] = name
      resolved.insert(k)
    }
    posts.removeAll { resolved.contains($0.person) && $0.institution == nil }
  }

  /// The only person, or the only one who holds the title behind the surname.
  private func choose(
    _ people: [String], for k: Int, _ posts: [FoundPost], _ canonical: [String]
  ) -> String? {
    guard people.count > 1 else { return people.first }
    guard let role = posts.first(where: { $0.person == k })?.role else { return nil }
    let holders = people.filter { name in
      posts.contains { canonical[$0.person] == name && $0.role?.hasSuffix(role) == true }
    }
    return holders.count == 1 ? holders.first : nil
  }
}
