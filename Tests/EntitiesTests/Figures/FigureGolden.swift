import Entities
import Foundation
import HanText
import Pages
import Testing

/// The golden table of figures and dates: one case a line, grouped in the sections of
/// `docs/figures.md`, which is made from it.
///
/// `EDUAI_RECORD=1 swift test --filter FigureGoldenTests` writes both files anew; read the diff.
struct FigureGolden {
  /// One line of the table.
  struct Case: CustomTestStringConvertible, Sendable {
    let region: String
    let published: String
    let text: String
    let expected: String
    var testDescription: String { text }
  }

  /// One heading of the reference page with its cases.
  struct Section {
    var title: String
    var note: String
    var cases: [Case]
  }

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
  static let table = folder.appendingPathComponent("Golden/figures.tsv")
  static let page = folder.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/figures.md")

  static func sections() -> [Section] {
    guard let text = try? String(contentsOf: table, encoding: .utf8) else { return [] }
    var sections: [Section] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("#: ") {
        sections.append(Section(title: String(line.dropFirst(3)), note: "", cases: []))
      } else if line.hasPrefix("#  "), !sections.isEmpty {
        sections[sections.count - 1].note +=
          (sections[sections.count - 1].note.isEmpty ? "" : " ")
          + line.dropFirst(3)
      } else if !line.hasPrefix("#"), !sections.isEmpty {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        sections[sections.count - 1].cases.append(
          Case(
            region: cells[0], published: cells.count > 1 ? cells[1] : "",
            text: cells.count > 2 ? cells[2] : "", expected: cells.count > 3 ? cells[3] : ""))
      }
    }
    return sections
  }

  /// What is recognised in a text, in the table's notation:
  /// `text = value[..max] unit, qualifier, subtype direction, subject` or `text = value` of dates.
  static func reading(of text: String, region: String, published: String) -> String {
    let mentions = recognise(text, region: region, published: published).mentions
    return mentions.map { mention in
      let printed = String(scalars: Scalars(text)[mention.span])
      switch mention.kind {
      case .date(let value): return "\(printed) = \(value ?? "?")"
      case .figure(let figure):
        var parts = figure.value.description
        if let high = figure.valueMax { parts += "..\(high)" }
        if let unit = figure.unit { parts += " \(unit)" }
        if figure.qualifier != .exact { parts += ", \(figure.qualifier.rawValue)" }
        parts += ", \(figure.subtype.rawValue)"
        if let direction = figure.direction { parts += " \(direction.rawValue)" }
        if let subject = figure.subject { parts += ", \(subject)" }
        return "\(printed) = \(parts)"
      default: return printed
      }
    }.joined(separator: "; ")
  }

  static func recognise(
    _ text: String, region: String = "cn", published: String = ""
  ) -> (document: Document, mentions: [Mention]) {
    var article = Article(document: "case", text: Scalars(text))
    article.region = Region(rawValue: region) ?? .cn
    article.published = published.isEmpty ? nil : published
    let document = Document(article: article, sentences: SentenceBreaker())
    return (document, FigureRecognizer().mentions(in: document, excluding: []))
  }

  /// The reference page.
  static func markdown(_ sections: [Section]) -> String {
    var out = """
      # Figures and dates

      What eduai reads as a figure or a date, and how. The definitions are the contract's; every
      line below is a test case with what is recognised in it, so this page cannot be out of date
      (`EDUAI_RECORD=1 swift test --filter FigureGoldenTests` writes it).

      Each item reads: the mention's text = value, range end behind `..`, unit, qualifier unless
      exact, subtype with direction, subject. Dates: text = ISO 8601 value, `?` where it cannot be
      known. Region and publication date stand in brackets where they are not `cn` and unknown.

      """
    for section in sections {
      out += "\n## \(section.title)\n\n\(section.note)\n\n| text | recognised |\n|---|---|\n"
      for item in section.cases {
        var marks: [String] = []
        if item.region != "cn" { marks.append(item.region) }
        if !item.published.isEmpty { marks.append(item.published) }
        let mark = marks.isEmpty ? "" : " [\(marks.joined(separator: ", "))]"
        let found = item.expected.isEmpty ? "nothing" : item.expected
        out += "| \(item.text)\(mark) | \(found.replacingOccurrences(of: "; ", with: "<br>")) |\n"
      }
    }
    return out
  }
}
