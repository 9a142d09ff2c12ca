import HanText

/// Tells where the name of a company stands for its product: names that are both (a model named
/// like its maker) are institutions only where the body acts.
enum ProductUse {
  /// Nouns of products that a Latin name qualifies: DeepMind系列, Acme大模型.
  private static let products: [Scalars] = [
    "大模型", "模型", "系列", "工具", "软件", "芯片", "智能体", "助手", "应用", "插件", "接口",
  ].map { Scalars($0) }

  /// Verbs of use that a Latin name of a product is the object of: 接入Acme.
  private static let verbs: [Scalars] = [
    "集成", "接入", "部署", "使用", "调用", "搭载", "采用", "运用", "利用", "借助", "基于", "内置",
  ].map { Scalars($0) }

  /// Whether the name at `span` of the shadow is a product's there: a Latin name beside a product
  /// noun or behind a verb of use, or any name before a type designation (SU7).
  static func holds(_ span: TextSpan, in shadow: Scalars) -> Bool {
    if isDesignation(shadow, at: span.end) || isChannel(span, in: shadow) { return true }
    guard shadow[span].allSatisfy({ $0 < 0x80 }) else { return false }
    var start = span.start
    if start > 0, shadow[start - 1] == u("了") || shadow[start - 1] == u("过") { start -= 1 }
    return products.contains { shadow[span.end...].starts(with: $0) }
      || verbs.contains { verb in
        start >= verb.count && shadow[(start - verb.count)..<start].elementsEqual(verb)
      }
  }

  /// Whether the name is where something is told, not who tells it: 透过脸书回应, 抖音账号.
  private static func isChannel(_ span: TextSpan, in shadow: Scalars) -> Bool {
    if channels.contains(where: { shadow[span.end...].starts(with: $0) }) { return true }
    guard span.start >= 2 else { return false }
    let before = shadow[(span.start - 2)..<span.start]
    return before.elementsEqual(through[0]) || before.elementsEqual(through[1])
      || shadow[span.start - 1] == u("在") && span.end < shadow.count
        && shadow[span.end] == u("上") && !shadow[(span.end + 1)...].starts(with: Scalars("市"))
  }

  private static let channels = [
    "平台上", "账号", "帐号", "帐户", "粉专", "粉丝专页", "公众号", "贴文", "发文", "直播间", "小程序", "客户端",
  ].map { Scalars($0) }

  private static let through = ["透过", "借由"].map { Scalars($0) }

  /// Whether letters and then a digit stand here, as in the names of cars and phones.
  private static func isDesignation(_ shadow: Scalars, at start: Int) -> Bool {
    var i = start
    while i < shadow.count, i - start < 8, Marks.isLetter(shadow[i]) { i += 1 }
    return i > start && i < shadow.count && Marks.isDigit(shadow[i])
  }
}
