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
    var text: Scalars = []
    var mentions: [Mention] = []
    var i = 0
    while i < line.count {
      guard line[i] == u("[") else {
        text.append(line[i])
        i += 1
        continue
      }
      guard let close = line[i...].firstIndex(of: u("]")),
        let bar = line[i..<close].firstIndex(of: u("|")), bar > i + 1, close > bar + 1
      else { return nil }
      let start = text.count
      text.append(contentsOf: line[i + 1..<bar])
      let subject = String(scalars: Array(line[bar + 1..<close]))
      var figure = Figure(value: .zero, qualifier: .exact, subtype: .plain)
      figure.subject = subject == "∅" ? nil : subject
      mentions.append(
        Mention(
          span: TextSpan(start, text.count), name: String(scalars: Array(line[i + 1..<bar])),
          kind: .figure(figure)))
      i = close + 1
    }
    return GoldArticle(
      record: Record(
        article: Article(document: name, text: text),
        analysis: Analysis(sentences: [], mentions: mentions, relations: [])))
  }
}
