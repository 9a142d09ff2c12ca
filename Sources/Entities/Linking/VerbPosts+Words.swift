import HanText

/// Words that stand around the verbs of posts.
extension VerbPosts {
  /// What may stand between a person and the verb.
  static let between = ["同志", "先生", "女士", "教授", "博士", "分别"].map { Scalars($0) }

  /// Verbs behind which the post can stand before the person instead (次长由某人出任).
  static let passive = [
    "出任", "担任", "接任", "兼任", "署理", "代理", "继任", "升任", "调任", "接掌", "兼代", "暂代", "代行", "回任", "真除", "接手",
    "连任",
    "续任", "转任", "接棒", "改任", "借调", "接替", "共同担任", "轮流担任",
  ].map { Scalars($0) }

  /// Verbs by which one keeps the post one has.
  static let staying = Set(["续任", "连任", "留任"].map { Scalars($0) })
  /// Verbs by which one takes the post that another leaves.
  static let succeeding = Set(["接任", "继任", "接棒", "接掌", "接手"].map { Scalars($0) })
    .union(acting)
  /// Those that say so only right behind the name: 由副总经理某人|暂代.
  static let acting = Set(["暂代", "代理", "兼代", "兼任"].map { Scalars($0) })

  /// Words for a post that stand between it and 由: 局长|职务|由….
  static let postNouns = [
    "职务", "一职", "职位", "职缺", "之职", "一角", "乙职", "的职务", "缺", "遗缺", "悬缺", "出缺", "空缺",
  ].map {
    Scalars($0)
  }

  /// Words for the post that someone just named leaves: 遗缺|由….
  static let vacancies = ["遗缺", "空缺", "所遗职务", "其职务", "该职", "该职务", "职缺", "缺额", "遗下职务"].map {
    Scalars($0)
  }
}
