import HanText

/// Gives the people of a list the post of its heading, in the body whose members it lists.
struct RosterPosts {
  let finder: PostFinder
  let roster: Roster

  /// The posts with those of lists, about in the order of the persons.
  ///
  /// - Complexity: O(number of posts + listed people × names).
  func complete(_ posts: [FoundPost]) -> [FoundPost] {
    var added: [FoundPost] = []
    for entry in roster.entries {
      guard let post = entry.post, let person = finder.person(at: entry.span.start) else {
        continue
      }
      added.append(
        FoundPost(
          person: person, role: finder.role(endingAt: post.end)?.text,
          institution: body(before: entry.start), isFormer: entry.isFormer,
          offset: entry.span.start))
    }
    if added.isEmpty { return posts }
    // Each behind the posts that the person's own line gives.
    var all: [FoundPost] = []
    var next = 0
    for (k, post) in posts.enumerated() {
      all.append(post)
      if k + 1 < posts.count, posts[k + 1].person == post.person { continue }
      while next < added.count, added[next].person <= post.person {
        all.append(added[next])
        next += 1
      }
    }
    return all + added[next...]
  }

  /// The body with members that is named last in the paragraphs right before a list.
  private func body(before start: Int) -> Int? {
    finder.names.indices.last { k in
      let name = finder.names[k]
      guard case .institution = name.kind, name.span.end <= start,
        name.span.end + Self.reach >= start
      else { return false }
      return Self.bodies.contains { finder.shadow[name.span].ends(with: $0) }
    }
  }

  /// How far before a list its body may stand, in characters.
  private static let reach = 200

  private static let bodies = ["会", "组", "团", "专班", "智库", "会议", "学部", "分会"].map { Scalars($0) }
}
