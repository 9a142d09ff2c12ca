import HanText

/// Gives reporters the medium of the dateline they stand behind: 新华社兰州3月5日电（记者许文博）.
struct Bylines {
  let finder: PostFinder

  /// The posts, those of reporters without a body completed.
  ///
  /// - Complexity: O(number of posts × names on a line).
  func complete(_ posts: [FoundPost]) -> [FoundPost] {
    posts.map { post in
      guard post.institution == nil, let role = post.role, role.hasSuffix("记者"),
        let medium = medium(before: finder.names[post.person].span.start)
      else { return post }
      var completed = post
      completed.institution = medium
      return completed
    }
  }

  /// The medium that opens the line a reporter stands in, where the dateline ends in 电 or 讯.
  private func medium(before start: Int) -> Int? {
    let shadow = finder.document.shadow
    var line = start
    var isDateline = false
    while line > 0, start - line < 80, shadow[line - 1] != 0x0A {
      line -= 1
      if shadow[line] == u("电") || shadow[line] == u("讯") { isDateline = true }
      // 本报记者 and 本网记者 belong to the page itself.
      if shadow[line] == u("本"), start - line < 8 { return nil }
    }
    guard isDateline else { return nil }
    while line < start, Marks.isSpace(shadow[line]) || shadow[line] == u("据") { line += 1 }
    guard let body = finder.body(at: line), case .institution(.media) = finder.names[body].kind
    else { return nil }
    return body
  }
}
