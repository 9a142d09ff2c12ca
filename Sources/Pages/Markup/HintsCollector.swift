import CXML
import HanText

/// Collects what markup claims about the article: `title`, `meta`, JSON-LD, microdata, well-known ids.
struct HintsCollector {
  private struct Candidate {
    var trust: Int
    var value: String
  }

  private struct Capture {
    enum Target {
      case pageTitle
      case structured
      case hint(ElementMarks.Hint)
    }
    var target: Target
    var depth: Int
    var text = ""
  }

  private var titles: [Candidate] = []
  private var published: [Candidate] = []
  private var sources: [Candidate] = []
  private var authors: [Candidate] = []
  private var publisher: String?
  private var siteName: String?
  private var capture: Capture?
  private var hasPageTitle = false

  /// A start tag: begins to collect the text of a title, of JSON-LD, or of a marked element.
  mutating func open(_ element: HTMLElement, marks: ElementMarks, depth: Int) {
    if element.is(EDUAI_ELEMENT_meta) { return }
    if let hint = marks.hint, let value = marks.hintValue {
      add(hint, value, trust: 2)
      return
    }
    guard capture == nil else { return }
    if element.is(EDUAI_ELEMENT_title), !hasPageTitle {
      hasPageTitle = true
      capture = Capture(target: .pageTitle, depth: depth)
    } else if element.is(EDUAI_ELEMENT_script) {
      capture = Capture(target: .structured, depth: depth)
    } else if let hint = marks.hint, !element.is(EDUAI_ELEMENT_body) {
      capture = Capture(target: .hint(hint), depth: depth)
    }
  }

  /// Text inside the element being collected.
  mutating func add(page: ParsedHTML, _ event: eduai_html_event) {
    guard let target = capture?.target else { return }
    if case .structured = target {
      capture?.text += page.string(of: event)
    } else if (capture?.text.utf8.count ?? 0) < 600 {
      capture?.text += page.string(of: event)
    }
  }

  /// An end tag; `depth` is that of the element ended.
  mutating func close(depth: Int) {
    guard let done = capture, done.depth == depth else { return }
    capture = nil
    switch done.target {
    case .pageTitle: add(&titles, done.text, trust: 5)
    case .structured:
      var reader = StructuredDataReader(done.text)
      let found = reader.read()
      if let title = found.title { add(&titles, title, trust: 1) }
      if let date = found.published { add(&published, date, trust: 1) }
      for author in found.authors { add(&authors, author, trust: 1) }
      if publisher == nil { publisher = found.publisher }
    case .hint(let hint): add(hint, done.text, trust: 2)
    }
  }

  /// A `meta` element.
  mutating func readMeta(page: ParsedHTML, startAt index: Int) {
    var names: [String] = []
    var content = ""
    var i = index + 1
    while i < page.events.count, page.events[i].kind == ParsedHTML.Kind.attribute {
      switch Int32(page.events[i].name) {
      case Int32(EDUAI_ATTRIBUTE_name), Int32(EDUAI_ATTRIBUTE_property),
        Int32(EDUAI_ATTRIBUTE_itemprop):
        names.append(HintsCollector.trimmed(page.string(of: page.events[i])).lowercased())
      case Int32(EDUAI_ATTRIBUTE_content): content = page.string(of: page.events[i])
      default: break
      }
      i += 1
    }
    for name in names { readMeta(name, content) }
  }

  /// Names in use: Open Graph and schema.org; Dublin Core; the directory standard of Chinese
  /// government sites (`ArticleTitle`, `PubDate`, `ContentSource`); portals' own.
  private mutating func readMeta(_ name: String, _ content: String) {
    switch name {
    case "articletitle", "citation_title", "dc.title", "headline": add(&titles, content, trust: 0)
    case "og:title": add(&titles, content, trust: 0)
    case "twitter:title": add(&titles, content, trust: 3)
    case "article:published_time", "og:article:published_time", "pubdate", "datepublished",
      "publishdate", "publish_time", "publishtime", "pubtime", "og:time", "og:release_date",
      "weibo: article:create_at", "dc.date", "dc.date.issued", "dcterms.issued", "citation_date",
      "bytedance:published_time", "parsely-pub-date", "sailthru.date", "publish-date",
      "firstpublishedtime":
      add(&published, content, trust: 0)
    case "contentsource", "source", "mediaid", "og:source", "article:source", "sourcename":
      add(&sources, content, trust: 0)
    case "author", "article:author", "og:article:author", "dc.creator", "dc.author", "dable:author":
      add(&authors, content, trust: name == "author" ? 0 : 1)
    case "og:site_name", "sitename", "application-name", "apple-mobile-web-app-title":
      if siteName == nil { siteName = HintsCollector.nonEmpty(content) }
    default: break
    }
  }

  /// The hints, the most trusted first.
  func finished() -> MetadataHints {
    var hints = MetadataHints()
    hints.titles = HintsCollector.ordered(titles)
    hints.published = HintsCollector.ordered(published)
    hints.sources = HintsCollector.ordered(sources)
    hints.authors = HintsCollector.ordered(authors)
    hints.publisher = publisher
    hints.siteName = siteName ?? publisher
    return hints
  }

  private mutating func add(_ hint: ElementMarks.Hint, _ value: String, trust: Int) {
    switch hint {
    case .title: add(&titles, value, trust: trust)
    case .published: add(&published, value, trust: trust)
    case .source: add(&sources, value, trust: trust)
    case .author: add(&authors, value, trust: trust)
    }
  }

  private func add(_ list: inout [Candidate], _ value: String, trust: Int) {
    guard list.count < 20, let value = HintsCollector.nonEmpty(value), value.utf8.count < 1_000
    else { return }
    list.append(Candidate(trust: trust, value: value))
  }

  private static func ordered(_ list: [Candidate]) -> [String] {
    var result: [String] = []
    for trust in 0...5 {
      for candidate in list where candidate.trust == trust && !result.contains(candidate.value) {
        result.append(candidate.value)
      }
    }
    return result
  }

  private static func nonEmpty(_ value: String) -> String? {
    let value = trimmed(value)
    return value.isEmpty ? nil : value
  }

  private static func trimmed(_ value: String) -> String {
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{200B}" }
    var view = value.unicodeScalars[...]
    while let first = view.first, isSpace(first) { view.removeFirst() }
    while let last = view.last, isSpace(last) { view.removeLast() }
    return String(view)
  }
}
