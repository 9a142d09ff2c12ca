import HanText

/// The posts of a document by canonical names: relations, and the post that each mention of a
/// person carries.
struct MainPosts {
  /// The relations in the order of the persons, without doubles.
  private(set) var relations: [Relation] = []
  private var own: [Int: (role: String?, affiliation: String?)] = [:]
  private var first: [String: (role: String?, affiliation: String?, isFormer: Bool)] = [:]
  private let names: [String]

  /// Collects the posts.
  ///
  /// - Parameter canonical: canonical names, one for each of `names`.
  /// - Complexity: O(number of posts).
  init(names: [NameCandidate], canonical: [String], posts: [FoundPost]) {
    self.names = canonical
    var seen = Set<Relation>()
    for post in posts {
      let person = canonical[post.person]
      let body = post.institution.map { canonical[$0] }
      if let role = post.role, let body {
        let relation = Relation.post(
          person: person, role: role, institution: body, isFormer: post.isFormer)
        if seen.insert(relation).inserted { relations.append(relation) }
      }
      if !post.isFormer, own[post.person] == nil { own[post.person] = (post.role, body) }
      let old = first[person]
      let isBetter =
        old.map {
          $0.isFormer && !post.isFormer || $0.affiliation == nil && body != nil && !post.isFormer
        }
        ?? true
      if isBetter { first[person] = (post.role, body, post.isFormer) }
    }
  }

  /// Role and body of the mention at an index among the names: what its own clause gives, or the
  /// first post the document gives the person.
  func post(ofMention k: Int) -> (role: String?, affiliation: String?) {
    let main = first[names[k]]
    if let own = own[k] {
      if own.affiliation == nil, let main, main.role == own.role {
        return (main.role, main.affiliation)
      }
      if own.role == nil, own.affiliation == nil, let main { return (main.role, main.affiliation) }
      if own.role == nil, let main { return (main.role, own.affiliation) }
      return own
    }
    return main.map { ($0.role, $0.affiliation) } ?? (nil, nil)
  }
}
