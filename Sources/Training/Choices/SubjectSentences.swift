import Corpus
import Entities
import HanText
import Pages

/// Reads sentences whose figures are marked with what they count: 招收[45名学员|学员], ∅ for nothing.
public enum SubjectSentences {
  /// One annotated text a line; lines that begin with `#` are comments.
  ///
  /// - Throws: `TrainingDataError` where a mark is not closed.
  public static func articles(
    _ bytes: [UInt8], file: String
  ) throws(TrainingDataError) -> [GoldArticle] {
    var articles: [GoldArticle] = []
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      if line.isEmpty || line.first == 0x23 { continue }
      let scalars = Scalars(String(decoding: line, as: UTF8.self))
      guard let gold = article(scalars, name: "\(file):\(number + 1)") else {
        throw TrainingDataError(file: file, line: number + 1, reason: "a mark is not [figure|noun]")
      }
      articles.append(gold)
    }
    return articles
  }

  private static func article(_ line: Scalars, name: String) -> GoldArticle? {
    guard let marked = MarkedText(line) else { return nil }
    let mentions = marked.marks.map { span, label in
      var figure = Figure(value: .zero, qualifier: .exact, subtype: .plain)
      figure.subject = label == "∅" ? nil : label
      return Mention(
        span: span, name: String(scalars: Array(marked.text[span])), kind: .figure(figure))
    }
    return GoldArticle(
      record: Record(
        article: Article(document: name, text: marked.text),
        analysis: Analysis(sentences: [], mentions: mentions, relations: [])))
  }
}
