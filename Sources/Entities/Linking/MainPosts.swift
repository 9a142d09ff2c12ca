import HanText

/// The posts of a document by canonical names: relations, and the post that each mention of a
/// person carries.
struct MainPosts {
  /// The relations in the order of the persons, without doubles.
  private(set) var relations: [Relation] = []
  private var own: [Int: (role: String?, affiliation: String?)] = [:]
  /// Mentions of which the own clause gives a mere rank behind the name.
  private var honorific = Set<Int>()
  private var first: [(role: String?, affiliation: String?, isFormer: Bool)?] = []
  /// A number for each person's name, by index among the names; -1 for what is no person.
  private var people: [Int]

  /// Collects the posts.
  ///
  /// - Parameter canonical: canonical names, one for each of `names`.
  /// - Complexity: O(number of posts).
  init(names: [NameCandidate], canonical: [String], posts: [FoundPost]) {
    people = [Int](repeating: -1, count: names.count)
    var numbers = Numbers()
    for k in names.indices where names[k].kind == .person {
      people[k] = numbers.number(of: canonical[k])
    }
    first = Array(repeating: nil, count: numbers.count)
    var seen = Set<Key>()
    for post in posts {
      let person = canonical[post.person]
      let body = post.institution.map { canonical[$0] }
      if let role = post.role, let body {
        let key = Key(
          person: numbers.number(of: person), role: numbers.number(of: role),
          body: numbers.number(of: body), isFormer: post.isFormer)
        if seen.insert(key).inserted {
          relations.append(
            .post(person: person, role: role, institution: body, isFormer: post.isFormer))
        }
      }
      if post.role == nil, body == nil { continue }
      if !post.isFormer {
        // 余永逸|教授|升任副校长: the post says more than the rank behind the name.
        if own[post.person] == nil || honorific.contains(post.person) && body != nil {
          own[post.person] = (post.role, body)
          if post.isHonorific {
            honorific.insert(post.person)
          } else {
            honorific.remove(post.person)
          }
        }
      }
      let number = people[post.person]
      guard number >= 0 else { continue }
      let old = first[number]
      let isBetter =
        old.map {
          $0.isFormer && !post.isFormer || $0.affiliation == nil && body != nil && !post.isFormer
        }
        ?? true
      if isBetter { first[number] = (post.role, body, post.isFormer) }
    }
  }

  /// A relation by the numbers of its names.
  private struct Key: Hashable {
    let person: Int
    let role: Int
    let body: Int
    let isFormer: Bool
  }

  /// Numbers of names.
  private struct Numbers {
    private var known: [NameKey: Int] = [:]

    var count: Int { known.count }

    mutating func number(of name: String) -> Int {
      let key = NameKey(name)
      if let number = known[key] { return number }
      known[key] = count
      return count - 1
    }
  }

  /// Role and body of the mention at an index among the names: what its own clause gives, or the
  /// first post the document gives the person.
  func post(ofMention k: Int) -> (role: String?, affiliation: String?) {
    let main = people[k] >= 0 ? first[people[k]] : nil
    if let own = own[k] {
      if own.affiliation == nil, let main,
        main.role == own.role || main.affiliation != nil && honorific.contains(k)
      {
        return (main.role, main.affiliation)
      }
      if own.role == nil, own.affiliation == nil, let main { return (main.role, main.affiliation) }
      if own.role == nil, let main { return (main.role, own.affiliation) }
      return own
    }
    return main.map { ($0.role, $0.affiliation) } ?? (nil, nil)
  }
}
