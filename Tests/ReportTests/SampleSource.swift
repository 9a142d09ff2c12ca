import HanText

@testable import Report

/// A corpus made of values.
struct SampleSource: ReportSource {
  var overviewValue = CorpusOverview()
  var periodValues: [ArticlePeriod] = []
  var personValues: [PersonEntry] = []
  var institutionValues: [InstitutionEntry] = []
  var connectionValue = Connections()
  var articleValues: [ReportArticle] = []
  var fails = false

  func overview() throws(Report.Failure) -> CorpusOverview {
    if fails { throw .source(path: "x.db", reason: "gone") }
    return overviewValue
  }
  func periods() throws(Report.Failure) -> [ArticlePeriod] { periodValues }
  func people(limit: Int) throws(Report.Failure) -> [PersonEntry] {
    Array(personValues.prefix(limit))
  }
  func institutions(limit: Int) throws(Report.Failure) -> [InstitutionEntry] {
    Array(institutionValues.prefix(limit))
  }
  func institutionKinds() throws(Report.Failure) -> [KindCount] {
    [KindCount(kind: "government", institutions: institutionValues.count)]
  }
  func connections(people: Int, institutions: Int) throws(Report.Failure) -> Connections {
    connectionValue
  }
  func eachArticle(_ body: (ReportArticle) -> Bool) throws(Report.Failure) {
    for article in articleValues where !body(article) { return }
  }

  /// An article whose every text is `text`, with one figure in it, up to its first line end.
  static func article(_ text: String, document: String = "a.txt") -> ReportArticle {
    var article = ReportArticle()
    article.document = document
    article.title = text
    article.published = "2025-03-26T14:25:14+08:00"
    article.source = text
    article.authors = [text]
    article.copies = [text]
    article.text = Scalars(text + "\n正文" + text)
    let line = TextSpan(0, Scalars(text).count)
    var figure = FigureEntry(sentence: line)
    figure.value = "250000"
    (figure.unit, figure.subject, figure.place, figure.date, figure.kind) = (
      text, text, text, text, text
    )
    article.marks = [.init(type: "figure", span: line, note: text, figure: figure)]
    return article
  }

  /// A corpus in which every text is `text`.
  static func filled(with text: String, articles: Int = 1) -> SampleSource {
    var source = SampleSource()
    source.overviewValue.name = text
    source.overviewValue.articles = articles
    source.overviewValue.figures = articles
    source.overviewValue.people = 2
    source.overviewValue.institutions = 1
    source.overviewValue.firstDay = "2025-03-26"
    source.overviewValue.lastDay = "2025-03-27"
    source.periodValues = [ArticlePeriod(period: "2025-03", articles: articles, duplicates: 1)]
    let post = PersonEntry.Post(role: text, institution: text, isFormer: true, articles: 2)
    source.personValues = [
      PersonEntry(name: text, articles: 2, mentions: 3, posts: [post]),
      PersonEntry(name: "张英", articles: 1, mentions: 1, posts: []),
    ]
    source.institutionValues = [
      InstitutionEntry(name: text, kind: text, articles: 1, mentions: 1)
    ]
    source.connectionValue.nodes = [
      .init(name: text, isPerson: true, articles: 2),
      .init(name: text, isPerson: false, articles: 1),
    ]
    source.connectionValue.pairs = [.init(first: 0, second: 1, sentences: 2, articles: 1)]
    source.articleValues = (0..<articles).map { Self.article(text, document: "\($0).txt") }
    return source
  }
}
