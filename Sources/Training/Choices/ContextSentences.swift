import Corpus
import Entities
import HanText
import Pages

/// Reads sentences whose figures are marked with the place and the date that they hold for:
/// [上海|P1]有[25万人|=P1]. Other marks name places (P), dates (D) that a figure holds for, and other
/// names (N); a figure without a mark holds for none. Before a tab may stand the day of publication.
public enum ContextSentences {
  /// One annotated text a line; lines that begin with `#` are comments.
  ///
  /// - Throws: `TrainingDataError` where a mark is not closed, a figure's place or date is not marked, or
  ///   what is marked is no figure, or no date with a value, to the program.
  public static func articles(
    _ bytes: [UInt8], file: String, sentences breaker: SentenceBreaker
  ) throws(TrainingDataError) -> [GoldArticle] {
    var articles: [GoldArticle] = []
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      if line.isEmpty || line.first == 0x23 { continue }
      guard let marked = MarkedText(Scalars(String(decoding: line, as: UTF8.self))),
        let gold = article(marked, name: "\(file):\(number + 1)", breaker)
      else {
        throw TrainingDataError(
          file: file, line: number + 1,
          reason: "a mark is not [text|P1], [date|D1], [text|N] or [figure|=P1+D1]")
      }
      articles.append(gold)
    }
    return articles
  }

  private static func article(
    _ marked: MarkedText, name: String, _ breaker: SentenceBreaker
  ) -> GoldArticle? {
    var article = Article(document: name, text: marked.text)
    article.published = marked.published
    var mentions: [Mention] = []
    var places: [String: String] = [:]
    var wanted: [String: TextSpan] = [:]
    var answers: [(span: TextSpan, labels: [String])] = []
    for (span, label) in marked.marks {
      let surface = String(scalars: Array(marked.text[span]))
      switch label.first {
      case "P":
        mentions.append(Mention(span: span, name: surface, kind: .place(.other)))
        places[label] = surface
      case "N": mentions.append(Mention(span: span, name: surface, kind: .institution(.other)))
      case "D": wanted[label] = span
      case "=":
        answers.append((span, label.dropFirst().split(separator: "+").map(String.init)))
      default: return nil
      }
    }
    let document = Document(article: article, sentences: breaker)
    let found = FigureRecognizer().mentions(in: document, excluding: mentions.map(\.span))
    var dates: [String: String] = [:]
    for mention in found {
      guard case .date(let value?) = mention.kind else { continue }
      for (label, span) in wanted where mention.span.overlaps(span) { dates[label] = value }
    }
    var relations: [Relation] = []
    for (span, labels) in answers {
      guard labels.allSatisfy({ places[$0] != nil || dates[$0] != nil }) else { return nil }
      let date = labels.lazy.compactMap { dates[$0] }.first
      let own = labels.compactMap { places[$0] }
      let figures = found.filter {
        if case .figure = $0.kind { $0.span.overlaps(span) } else { false }
      }
      if figures.isEmpty { return nil }
      for mention in figures {
        for place in own.isEmpty ? [nil] : own.map(Optional.some) where place != nil || date != nil
        {
          relations.append(.context(figure: mention.name, place: place, date: date))
        }
      }
    }
    mentions = (mentions + found).sorted { $0.span < $1.span }
    return GoldArticle(
      record: Record(
        article: article,
        analysis: Analysis(sentences: [], mentions: mentions, relations: relations)))
  }
}

/// A text with its marks taken out.
struct MarkedText {
  private(set) var text: Scalars = []
  private(set) var marks: [(span: TextSpan, label: String)] = []
  private(set) var published: String?

  /// Reads a line; `nil` where a mark is not closed or empty.
  init?(_ line: Scalars) {
    var i = 0
    if let tab = line.firstIndex(of: 0x09) {
      published = String(scalars: Array(line[..<tab]))
      i = tab + 1
    }
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
      marks.append((TextSpan(start, text.count), String(scalars: Array(line[bar + 1..<close]))))
      i = close + 1
    }
  }
}
