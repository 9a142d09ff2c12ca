import HanText

/// Gives the posts of a list the body that stands once for all of them: behind the last of a line
/// (主席：甲　秘书：乙（某会）) or before the first (某会主任丙，副主任丁，委员戊、己).
struct ListedPosts {
  let finder: PostFinder

  private var shadow: Scalars { finder.shadow }

  // MARK: Lines that end with a body

  /// The posts with those of lines whose body stands at the end: 董事长甲、总经理乙谨启　某公司.
  ///
  /// - Complexity: O(length + number of posts).
  func completeLines(_ posts: [FoundPost]) -> [FoundPost] {
    guard posts.contains(where: { $0.institution == nil }) else { return posts }
    var posts = posts
    var open: [Int: [Int]] = [:]
    for (k, post) in posts.enumerated()
    where post.institution == nil && post.role != nil && !post.hasOwnUnit {
      open[finder.names[post.person].span.end, default: []].append(k)
    }
    var start = 0
    while start < shadow.count {
      let end = shadow[start...].firstIndex(of: 0x0A) ?? shadow.count
      if end - start < 300, let body = closingBody(start, end) {
        for name in start...finder.names[body].span.start {
          for k in open[name] ?? [] where posts[k].offset >= start {
            posts[k].institution = body
          }
        }
      }
      start = end + 1
    }
    return posts
  }

  /// The only body of a line of titles and names, at the line's end: in a bracket or behind a space.
  private func closingBody(_ start: Int, _ end: Int) -> Int? {
    var bodies: [Int] = []
    var labels = 0
    for i in start..<end {
      if let body = finder.body(at: i) { bodies.append(body) }
      if Marks.isColon(shadow[i]), finder.roleEnds(at: i) { labels += 1 }
    }
    guard bodies.count == 1, let body = bodies.first else { return nil }
    let span = finder.names[body].span
    guard span.start > start else { return nil }
    let lead = shadow[span.start - 1]
    var last = span.end
    // 某会|第九届执委会）: what part of the body it is may follow.
    while last < end, last - span.end < 16, Marks.isNamePart(shadow[last]) { last += 1 }
    let isBracketed = Marks.isOpen(lead) && last < end && Marks.isClose(shadow[last])
    if isBracketed { last += 1 }
    while last < end, shadow[last] == u("。") || Marks.isSpace(shadow[last]) { last += 1 }
    guard last == end, isBracketed || Marks.isSpace(lead) else { return nil }
    let text = shadow[start..<(span.start - 1)]
    return labels >= 2 || Self.closings.contains { text.ends(with: $0) } ? body : nil
  }

  private static let closings = ["谨启", "敬启", "敬上", "谨上", "敬告", "谨识", "同启", "谨订", "启"].map {
    Scalars($0)
  }

  // MARK: Lists behind a post

  /// The posts with those that follow another in a list and have no body found: 审判长甲、审判员乙.
  ///
  /// - Parameter posts: in the order of the persons.
  /// - Complexity: O(number of posts).
  func completeLists(_ posts: [FoundPost]) -> [FoundPost] {
    var posts = posts
    var last: (person: Int, body: Int, offset: Int)?
    for k in posts.indices {
      let post = posts[k]
      guard !post.isOwnClause, !post.isFormer, !post.hasOwnUnit, let role = post.role else {
        continue
      }
      if let body = post.institution {
        last = (post.person, body, post.offset)
        continue
      }
      guard let previous = last, previous.person < post.person, isOffice(post, role),
        finder.isShared(role, with: previous.body),
        post.offset == previous.offset || follows(finder.names[previous.person].span.end, post)
      else { continue }
      posts[k].institution = previous.body
      last = (post.person, previous.body, post.offset)
    }
    return posts
  }

  /// Whether a title is an office of a body, no calling that one takes along.
  private func isOffice(_ post: FoundPost, _ role: String) -> Bool {
    let end = post.offset + Scalars(role).count
    guard end <= shadow.count, !post.isHonorific, !role.hasSuffix("成员") else { return false }
    return finder.matches.longest(endingAt: end, [.post]) != nil
      || finder.benchPost(before: end) != nil
  }

  /// Whether a post's title stands right behind a name, with 、 or 和 or a comma between, and the
  /// list ends or goes on behind its holder.
  private func follows(_ end: Int, _ post: FoundPost) -> Bool {
    var i = end
    if let rank = finder.matches.longest(at: i, [.occupation, .status]), rank.end < post.offset {
      i = rank.end
    }
    guard post.offset > i, post.offset - i <= 2 else { return false }
    let gap = shadow[i..<post.offset]
    if gap.allSatisfy({ Self.links.contains($0) }) { return true }
    guard gap.count == 1, gap.first == u("，") || gap.first == u(",") else { return false }
    let next = finder.names[post.person].span.end
    return next >= shadow.count || Self.edges.contains(shadow[next])
  }

  private static let links = Set(Scalars("、和及与以;；"))
  private static let edges = Set(Scalars("，,、。；;和及与等\n"))
}
