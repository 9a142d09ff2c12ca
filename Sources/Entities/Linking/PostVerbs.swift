import HanText

/// A verb that gives or takes a post: 任, 出任, 当选, 免去.
struct PostVerb: Sendable {
  /// How a verb gives a post.
  enum Sense: Sendable {
    /// The subject holds it.
    case holds
    /// The subject held it.
    case held
    /// Whom the verb stands before is put into it (任命张三为).
    case appoints
    /// Whom the verb stands before loses it (免去张三的).
    case removes
  }

  let form: Scalars
  let sense: Sense
  /// Whether it needs no subject right before it.
  let isFree: Bool

  /// The longest verb that begins at an offset and ends by `limit`.
  ///
  /// - Returns: the verb and where it ends; 获…委任为 with the adverb inside counts as one.
  /// - Complexity: one load where no verb begins with the scalar.
  static func longest(in shadow: Scalars, at i: Int, limit: Int) -> (verb: PostVerb, end: Int)? {
    guard shadow[i] < 0x10000, openings[Int(shadow[i])] else { return nil }
    if let match = trie.longestMatch(in: shadow, at: i, limit: limit) {
      return (verbs[Int(match.value)], i + match.length)
    }
    guard shadow[i] == u("获") else { return nil }
    // 获|再度|委任为, 获|行政长官|任命为.
    for k in (i + 1)..<min(i + 8, limit) {
      guard Marks.isHan(shadow[k]) else { return nil }
      for ending in endings where k + ending.count <= limit {
        if shadow[k..<(k + ending.count)].elementsEqual(ending) {
          return (PostVerb(form: ending, sense: .holds, isFree: true), k + ending.count)
        }
      }
    }
    return nil
  }

  private static let endings = ["委任为", "任命为", "选为", "聘为", "推选为", "提名为", "续任为", "委任"].map {
    Scalars($0)
  }

  private static let verbs: [PostVerb] = {
    let holds = [
      "现任", "担任", "出任", "当选为", "当选", "兼任", "获任", "升任", "接任", "就任", "改任", "调任", "转任", "继任",
      "获委任为", "获选为", "获聘为", "受聘为", "被任命为", "被聘为", "被选为", "被推选为", "被委任为", "被提名为", "获任命为",
      "获委任", "获聘", "获选", "晋升为", "晋升", "升任为", "升为", "回任", "调升", "署理", "续任", "连任", "荣任", "挂任",
      "膺选", "出掌", "接掌", "接棒", "真除", "荣膺", "受邀担任", "履新", "转任为", "调任为", "推选为", "代理",
      "挂职任", "挂职担任", "借调", "归建", "转职", "转聘", "履新为", "借调任", "借调担任", "兼代", "暂代", "代行", "接手", "转聘为",
      "受聘担任", "履新任", "获推选为", "获提名为",
      "续聘为", "自任", "亲任", "共同担任", "轮流担任", "单独担任",
      "留任", "聘为", "选为", "推举为", "提拔为", "任命为", "委任为", "改聘为", "改聘", "荣升", "充任", "这位", "这名",
      "返聘为", "当选为新任", "升格为", "获聘为", "受聘出任", "跃升为", "升任为", "被增补为", "被推举为", "荣任", "获任为", "出掌",
      "擢升为", "获擢升为", "挂职", "提名任", "派任", "提任", "获聘任为", "接下",
    ]
    let held = [
      "曾任", "时任", "历任", "曾担任", "不再担任", "不再兼任", "此前担任", "此前任", "之前担任", "曾在", "卸任", "辞去", "辞任",
      "先后担任", "先后任", "曾出任", "曾兼任", "原任", "卸下", "请辞", "离任", "历任过", "先后出任",
      "前任", "请辞去", "曾挂职任", "曾挂职担任", "曾兼任过", "交卸", "卸下", "退任",
    ]
    let bound = ["任", "为", "是", "系", "兼", "身为", "现为", "现是", "身兼", "作为"] + jobs
    let boundHeld = ["原为", "曾是", "曾为", "原是", "本为", "本是"]
    let appoints = [
      "任命", "委任", "聘任", "聘请", "提名", "推选", "选举", "推举", "选出", "增补", "补选", "委派", "改选", "续聘", "聘用",
      "敦聘", "遴聘", "遴选", "票选", "擢升", "推荐", "选任", "延聘", "礼聘", "决定任命", "决定聘任", "调派",
    ]
    let removes = ["免去", "免除", "罢免"]
    return holds.map { PostVerb(form: Scalars($0), sense: .holds, isFree: true) }
      + held.map { PostVerb(form: Scalars($0), sense: .held, isFree: true) }
      + boundHeld.map { PostVerb(form: Scalars($0), sense: .held, isFree: true) }
      + bound.map { PostVerb(form: Scalars($0), sense: .holds, isFree: false) }
      + appoints.map { PostVerb(form: Scalars($0), sense: .appoints, isFree: true) }
      + removes.map { PostVerb(form: Scalars($0), sense: .removes, isFree: true) }
  }()

  /// Verbs of everyday speech that give a post only beside a body: 在某医院当护士, 成为某会的委员.
  private static let jobs = ["当", "做", "成为", "成了"]
  static let jobForms = Set(jobs.map { Scalars($0) })

  private static let trie = ScalarTrie(verbs.map(\.form))

  /// Whether a verb begins with a scalar below U+10000: what is asked of every scalar.
  static let openings: [Bool] = {
    var openings = [Bool](repeating: false, count: 0x10000)
    for verb in verbs where verb.form[0] < 0x10000 { openings[Int(verb.form[0])] = true }
    return openings
  }()
}
