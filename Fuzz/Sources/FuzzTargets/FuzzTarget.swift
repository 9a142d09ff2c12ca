import Corpus
import Entities
import Glibc
import HanText
import Pages
import Training

/// What can be fuzzed: every reader of bytes that come from outside, and the recognisers.
enum FuzzTarget: String, CaseIterable {
  /// Bytes to text, as text or HTML, with and without a declared charset.
  case decoder
  /// HTML to blocks and hints.
  case html
  /// Damage repair.
  case repair
  /// A page to an article: boilerplate, metadata.
  case boilerplate
  /// JSON Lines, web archives, gzip: files with many records.
  case records
  /// Figures and dates.
  case figures
  /// The tagger alone.
  case tagger
  /// The whole analysis.
  case analysis
  /// CSV and TSV, written and read back.
  case csv
  /// A user's lexicon.
  case lexicon
  /// A model file with some bytes changed.
  case model
  /// Gold articles.
  case gold
  /// Annotated sentences and training plans.
  case training
  /// Words and filters, asked of an index.
  case search
  /// Patterns of a concordance.
  case pattern

  func run(_ bytes: [UInt8]) {
    switch self {
    case .decoder: Self.decode(bytes)
    case .html: _ = Page(html: Self.text(bytes))
    case .repair: Self.repair(bytes)
    case .boilerplate: Self.clean(bytes)
    case .records: Self.readRecords(bytes)
    case .figures: Self.recogniseFigures(bytes)
    case .tagger: Self.tag(bytes)
    case .analysis: Self.analyse(bytes)
    case .csv: Self.writeRows(bytes)
    case .lexicon: Self.readLexicon(bytes)
    case .model: Self.readModel(bytes)
    case .gold: Self.readGold(bytes)
    case .training: Self.readTraining(bytes)
    case .search: Self.search(bytes)
    case .pattern: Self.findKeywords(bytes)
    }
  }

  /// Bytes as UTF-8, whatever they are.
  static func text(_ bytes: some Collection<UInt8>) -> Scalars {
    Scalars(String(decoding: bytes, as: UTF8.self))
  }

  /// An article that holds the bytes as UTF-8; the first byte settles region and date.
  static func article(_ bytes: [UInt8]) -> Article {
    let choice = Int(bytes.first ?? 0)
    var article = Article(document: "fuzz", text: text(bytes.dropFirst()))
    article.region = Region.allCases[choice % Region.allCases.count]
    article.published = choice % 3 == 0 ? nil : "2025-03-26T14:25:14+08:00"
    return article
  }

  private static func decode(_ bytes: [UInt8]) {
    let format: PageFormat = bytes.first.map { $0 % 2 == 0 } ?? true ? .text : .html
    guard let source = try? Decoder.decode(bytes, format: format) else { return }
    Law.holdsScalarsOnly(source.text)
  }

  private static func repair(_ bytes: [UInt8]) {
    let lines = text(bytes).split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { Scalars($0) }
    let repaired = DamageRepair().repair(lines, explains: true)
    Law.expect(repaired.lines.count == lines.count, "a line appeared or went away")
    Law.expect((repaired.repairs == 0) == (repaired.lines == lines), "a repair was not counted")
  }

  private static func clean(_ bytes: [UInt8]) {
    let choice = bytes.first ?? 0
    var options = CleaningOptions()
    options.explains = choice & 2 != 0
    options.keepsBoilerplate = choice & 4 != 0
    options.repairsDamage = choice & 8 == 0
    let record = InputRecord(
      document: "fuzz", content: .bytes(Array(bytes.dropFirst())),
      format: choice & 1 == 0 ? .text : .html)
    guard let article = try? Cleaner(options: options).article(from: record) else { return }
    Law.holdsScalarsOnly(article.text)
  }

  private static func readRecords(_ bytes: [UInt8]) {
    let formats: [InputFormat] = [.auto, .jsonl, .warc, .wet]
    var options = InputOptions()
    options.format = formats[Int(bytes.first ?? 0) % formats.count]
    options.maximumRecordBytes = 1 << 20
    let path = "/dev/shm/eduai-fuzz-\(getpid())"
    guard let file = fopen(path, "w") else { return }
    _ = bytes.dropFirst().withContiguousStorageIfAvailable {
      fwrite($0.baseAddress, 1, $0.count, file)
    }
    fclose(file)
    let reader = InputReader(paths: [path], options: options)
    while let next = reader.next() {
      if case .success(let record) = next { _ = try? Cleaner().article(from: record) }
    }
    unlink(path)
  }

  private static func recogniseFigures(_ bytes: [UInt8]) {
    let document = Document(article: article(bytes), sentences: SentenceBreaker())
    Law.holds(FigureRecognizer().mentions(in: document, excluding: []), in: document.text)
  }

  private static func tag(_ bytes: [UInt8]) {
    let document = Document(article: article(bytes), sentences: SentenceBreaker())
    Law.expect(document.shadow.count == document.text.count, "the shadow is as long as the text")
    for name in LinearTagger.builtIn.names(in: document) {
      Law.expect(
        name.span.start < name.span.end && name.span.end <= document.text.count, "span in the text")
    }
  }

  private static func analyse(_ bytes: [UInt8]) {
    let article = article(bytes)
    let analysis = Analyzer().analyze(article, sentences: SentenceBreaker())
    Law.holds(analysis.mentions, in: article.text)
  }

  private static func readLexicon(_ bytes: [UInt8]) {
    guard let lexicon = try? UserLexicon(bytes: bytes, file: "fuzz") else { return }
    let article = Self.article(Array("x教育局局长林小禾说，全市共有3所学校。".utf8) + bytes)
    let analysis = Analyzer(lexicon: lexicon, tagger: nil)
      .analyze(article, sentences: SentenceBreaker())
    Law.holds(analysis.mentions, in: article.text)
  }

  /// Four bytes an edit: where (of the first 64 KiB, or anywhere) and what. The last edit cuts.
  private static func readModel(_ bytes: [UInt8]) {
    var model = Array(EmbeddedData.namesModel)
    guard !model.isEmpty else { return }
    for start in stride(from: 1, to: bytes.count - 3, by: 4) {
      let at = Int(bytes[start]) | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2] & 0x7F) << 16
      let isNear = bytes[start + 2] & 0x80 != 0
      model[(isNear ? at & 0x1FF : at * 2) % model.count] = bytes[start + 3]
    }
    if let cut = bytes.first, cut > 0, cut < 64 {
      model.removeLast(model.count / 64 * Int(cut))
    }
    guard let tagger = try? LinearTagger(model: model) else { return }
    let document = Document(
      article: article(Array("x教育局局长林小禾在临江市说，华兴大学共有3个学院。".utf8)),
      sentences: SentenceBreaker())
    for name in tagger.names(in: document) {
      Law.expect(name.span.end <= document.text.count, "span in the text")
    }
  }

  private static func readGold(_ bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes) else { return }
    _ = try? GoldArticle(json, name: "fuzz")
  }

  private static func readTraining(_ bytes: [UInt8]) {
    _ = try? AnnotatedFile(bytes, file: "fuzz.txt")
    _ = try? AnnotatedFile(bytes, file: "fuzz.jsonl")
    _ = try? TrainingPlan(bytes, file: "fuzz.tsv")
  }
}
