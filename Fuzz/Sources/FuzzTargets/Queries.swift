import Corpus
import Entities
import Glibc
import HanText
import Pages

extension FuzzTarget {
  /// A line of words and filters: what the parser takes, the index answers without an error of SQL,
  /// and a limit changes nothing of what stands before it.
  static func search(_ bytes: [UInt8]) {
    guard let line = try? FilterText(String(decoding: bytes, as: UTF8.self)) else { return }
    guard line.query != nil || !line.filter.isEmpty, let file = Index.file else { return }
    func names(limit: Int) -> [String]? {
      var names: [String] = []
      let request = SearchRequest(query: line.query, filter: line.filter, limit: limit)
      let isRead = try? IndexSearch(file).forEachHit(request) { hit in
        names.append(hit.document)
        return true
      }
      return isRead == nil ? nil : names
    }
    let (all, first) = (names(limit: 0), names(limit: 2))
    Law.expect(all != nil && first != nil, "the index could not answer what the parser took")
    Law.expect((all ?? []).prefix(2).elementsEqual(first ?? []), "a limit changed the order")
  }

  /// A pattern finds the same keywords in an index, which looks only at texts that can have them,
  /// as in the texts themselves; they lie in the text, in order, without overlap.
  static func findKeywords(_ bytes: [UInt8]) {
    guard let pattern = try? KeywordPattern(String(decoding: bytes, as: UTF8.self)) else { return }
    guard let file = Index.file,
      let articles = try? IndexArticles(file, having: pattern, query: nil, filter: SearchFilter())
    else {
      return Law.expect(false, "the index could not answer a pattern")
    }
    var indexed = 0
    _ = ArticleSource(articles).run(
      jobs: 1,
      work: { source, _ in pattern.matches(in: FoldedText.make(source.article.text)).count },
      isInterrupted: { false },
      deliver: { outcome, _ in
        if case .done(let count) = outcome { indexed += count }
        return true
      })
    var found = 0
    for text in Index.texts {
      var end = 0
      for span in pattern.matches(in: FoldedText.make(text)) {
        Law.expect(span.start >= end && span.end > span.start, "keywords overlap or are empty")
        Law.expect(span.end <= text.count, "a keyword ends behind the text")
        end = span.end
        found += 1
      }
    }
    Law.expect(indexed == found, "the index gives other keywords than the texts")
  }

  /// A small index of fixed articles, made once, that lives as long as the process.
  private enum Index {
    static let articles = [
      "雨城訓練師大會\\n人工智慧訓練師很多。雨城市教育局局長張英表示，全市共有12萬人參加。",
      "雨城训练师大会\\n人工智能训练师不多，AIGC很热，A股也热；增长3.5%。",
      "湖城招聘\\n湖城大学生招聘，岗位3000个，共有800人报名。", "训练，训练，训练。𠮷野家（AB）。",
    ]

    static var texts: [Scalars] {
      articles.map { Scalars($0.split(separator: "\\n").joined(separator: "\n")) }
    }

    nonisolated(unsafe) static let file: IndexFile? = {
      let path = "/dev/shm/eduai-fuzz-\(getpid())"
      let input = path + ".jsonl"
      defer { unlink(input) }
      guard let lines = fopen(input, "w") else { return nil }
      for (i, text) in articles.enumerated() {
        fputs(
          "{\"id\": \"\(i)\", \"published\": \"202\(i)-03-05\", \"source\": \"雨城日报\","
            + " \"text\": \"\(text)\"}\n", lines)
      }
      fclose(lines)
      var options = CleaningOptions()
      options.keepsBoilerplate = true
      let index = path + ".db"
      defer { for end in ["", ".lock"] { unlink(index + end) } }
      _ = try? IndexRun(
        cleaner: Cleaner(options: options), analyzer: Analyzer(), script: .keep,
        input: InputOptions(), jobs: 1,
        fingerprint: IndexFingerprint(version: "1", model: "m", lexicon: nil, options: "{}")
      ).run(paths: [input], index: index)
      // The open file stays readable when its name is gone.
      return try? IndexFile.read(index)
    }()
  }
}
