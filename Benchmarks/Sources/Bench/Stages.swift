import Corpus
import Entities
import HanText
import Pages

/// Measures each stage alone, in memory, on one thread.
struct Stages {
  private let records: [InputRecord]
  private let articles: [Article]
  private let documents: [Document]
  /// UTF-8 bytes of the input records, and of the article texts.
  private let pageBytes: Int
  private let textBytes: Int
  private let breaker = SentenceBreaker()

  /// Takes pages as they come from disk.
  init(pages: [(name: String, bytes: [UInt8])], format: PageFormat) throws {
    records = pages.map {
      InputRecord(document: $0.name, content: .bytes($0.bytes), format: format)
    }
    let cleaner = Cleaner()
    articles = try records.map { try cleaner.article(from: $0) }
    let breaker = breaker
    documents = articles.map { Document(article: $0, sentences: breaker) }
    pageBytes = pages.reduce(0) { $0 + $1.bytes.count }
    textBytes = articles.reduce(0) { $0 + UTF8Text.encode($1.text).count }
  }

  /// From bytes to sentences, and its parts.
  func measureCleaning(_ title: String, into report: inout Report) {
    report.section(
      "\(title): \(records.count) pages, \(pageBytes / 1000) kB, text \(textBytes / 1000) kB")
    let cleaner = Cleaner()
    add("bytes to sentences", pageBytes, "of page", &report) {
      for record in records {
        guard let article = try? cleaner.article(from: record) else { continue }
        _ = Document(article: article, sentences: breaker)
      }
    }
    add("  bytes to article", pageBytes, "of page", &report) {
      for record in records { _ = try? cleaner.article(from: record) }
    }
    let sources = records.compactMap { record -> SourceText? in
      guard case .bytes(let bytes) = record.content else { return nil }
      return try? Decoder.decode(bytes, forced: nil, format: record.format)
    }
    add("    decoding", pageBytes, "of page", &report) {
      for record in records {
        guard case .bytes(let bytes) = record.content else { continue }
        _ = try? Decoder.decode(bytes, forced: nil, format: record.format)
      }
    }
    let isMarkedUp = records.first?.format == .html
    func page(_ source: SourceText) -> Page {
      isMarkedUp ? Page(html: source.text) : Page(text: source.text)
    }
    add("    blocks", pageBytes, "of page", &report) { for s in sources { _ = page(s) } }
    let lines = sources.map { page($0).blockTexts }
    add("    repair", pageBytes, "of page", &report) {
      for page in lines { _ = DamageRepair().repair(page) }
    }
    add("  shadow", textBytes, "of text", &report) {
      for article in articles { _ = Shadow.make(article.text) }
    }
    add("  sentences", textBytes, "of text", &report) {
      for article in articles { _ = breaker.sentences(of: article.text) }
    }
  }

  /// Recognition and printing, in MB/s of the article texts' UTF-8.
  func measureRecognition(tagger: (any NameTagger)?, into report: inout Report) {
    report.section("recognition and rows: \(textBytes / 1000) kB of text")
    let figures = FigureRecognizer()
    add("figures and dates alone", textBytes, "of text", &report) {
      for document in documents { _ = figures.mentions(in: document, excluding: []) }
    }
    if let tagger { measureTagging(tagger, into: &report) }
    let analyzer = Analyzer(tagger: tagger)
    add("analysis, all of it", textBytes, "of text", &report) {
      for article in articles { _ = analyzer.analyze(article, sentences: breaker) }
    }
    let analysed = articles.map {
      Record(article: $0, analysis: analyzer.analyze($0, sentences: breaker))
    }
    let writer = DelimitedWriter(format: .csv)
    add("rows of table mentions, CSV", textBytes, "of text", &report) {
      for record in analysed {
        var bytes: [UInt8] = []
        Table.mentions.rows(of: record, script: .keep) { writer.append($0, to: &bytes) }
      }
    }
    add("JSON Lines", textBytes, "of text", &report) {
      for record in analysed {
        var bytes: [UInt8] = []
        RecordJSON.append(record, script: .keep, to: &bytes)
      }
    }
  }

  /// Tagging alone, in MB/s and in characters.
  func measureTagging(_ tagger: any NameTagger, into report: inout Report) {
    let seconds = add("tagging alone", textBytes, "of text", &report) {
      for document in documents { _ = tagger.names(in: document) }
    }
    let characters = Double(documents.reduce(0) { $0 + $1.text.count })
    report.result(
      "  the same in characters", "\((characters / seconds / 1e6).formatted(2)) M/s")
  }

  @discardableResult
  private func add(
    _ name: String, _ bytes: Int, _ unit: String, _ report: inout Report, _ body: () -> Void
  ) -> Double {
    let seconds = processorSeconds(body)
    report.result(
      name, "\((Double(bytes) / seconds / 1e6).formatted(1)) MB/s", unit)
    return seconds
  }
}
