import HanText

/// One document's pass: figures and dates of each sentence, then subjects and shared units.
struct FigurePass {
  private let document: Document
  private let text: Scalars
  private let lexicon: FigureLexicon
  private let starts: StartTable
  private let figures: FigureReader
  private var dates: DateReader
  private var subjects: SubjectFinder
  private var found: [Found] = []

  /// What was found, in order of the text.
  enum Found {
    case figure(FigureDraft)
    case date(TextSpan, DateValue?)

    var start: Int {
      switch self {
      case .figure(let draft): draft.start
      case .date(let span, _): span.start
      }
    }
    var end: Int {
      switch self {
      case .figure(let draft): draft.end
      case .date(let span, _): span.end
      }
    }
    /// Where the figure without its noun ends, or the date.
    var unitEnd: Int {
      switch self {
      case .figure(let draft): draft.unitEnd
      case .date(let span, _): span.end
      }
    }
    /// Whether it is a figure.
    var isFigure: Bool {
      if case .figure = self { true } else { false }
    }
    /// Whether it is a figure without a unit of its own.
    var lacksUnit: Bool {
      if case .figure(let draft) = self { draft.lacksUnit } else { false }
    }
    /// Whether it is a figure that stands only if a neighbour shares its unit.
    var isConditional: Bool {
      if case .figure(let draft) = self { draft.isConditional } else { false }
    }
  }

  init(
    document: Document, lexicon: FigureLexicon, starts: StartTable,
    subjects weights: ChoiceWeights = .subjects, teacher: SubjectTeacher? = nil
  ) {
    self.document = document
    text = document.shadow
    self.lexicon = lexicon
    self.starts = starts
    let phrases = PhraseReader(text: document.shadow, lexicon: lexicon)
    let numerals = NumeralReader(
      text: document.shadow, raw: document.text, lexicon: lexicon, region: document.region)
    figures = FigureReader(
      text: document.shadow, lexicon: lexicon, numerals: numerals,
      localCurrency: LocalCurrency.code(of: document), phrases: phrases)
    dates = DateReader(
      text: document.shadow, lexicon: lexicon, numerals: numerals, region: document.region,
      anchor: document.published.flatMap { CivilDate(iso: $0) }
        ?? DatelineAnchor.find(in: document.shadow))
    subjects = SubjectFinder(
      text: document.shadow, lexicon: lexicon, localCurrency: figures.localCurrency,
      weights: weights, teacher: teacher)
  }

  /// Reads the document.
  mutating func run(excluding: [TextSpan]) -> [Mention] {
    var mentions: [Mention] = []
    var next = 0
    for (index, sentence) in document.sentences.enumerated() {
      found.removeAll(keepingCapacity: true)
      dates.beginSentence()
      var p = sentence.start
      while next < excluding.count, excluding[next].end <= p { next += 1 }
      var span = next
      var floor = p
      while p < sentence.end {
        if span < excluding.count, isCurrency(excluding[span], limit: sentence.end) {
          span += 1
          continue
        }
        if span < excluding.count, excluding[span].start <= p {
          if excluding[span].end > p { p = excluding[span].end }
          floor = max(floor, p)
          span += 1
          continue
        }
        let limit = span < excluding.count ? min(excluding[span].start, sentence.end) : sentence.end
        scan(from: p, to: limit, floor: floor, sentence: sentence)
        p = limit
      }
      guard !found.isEmpty else { continue }
      subjects.resolve(
        &found, sentence: sentence, number: index, names: excluding, from: next)
      for i in found.indices { append(found[i], to: &mentions) }
    }
    return mentions
  }

  /// Whether a supposed name opens the currency of an amount: 澳门 in 5万澳门元.
  private func isCurrency(_ name: TextSpan, limit: Int) -> Bool {
    guard name.count < 4, name.start > 0, name.end < limit,
      NumeralScalar.isNumeral(text[name.start - 1]),
      let match = lexicon.unitForms.longest(text, at: name.start, limit: limit)
    else { return false }
    return match.edge > name.end && lexicon.units[match.value].kind == .money
  }

  /// Reads the stretch between two names.
  private mutating func scan(from start: Int, to limit: Int, floor: Int, sentence: TextSpan) {
    var p = start
    var floor = floor
    while true {
      p = starts.next(in: text, from: p, limit: limit)
      guard p < limit else { return }
      let flags = starts[text[p]]
      if flags & StartTable.title != 0 {
        p = titleEnd(from: p, limit: limit)
        floor = p
        continue
      }
      if p == sentence.start, let item = behindListNumber(p, limit: limit) {
        p = item
        continue
      }
      if flags & StartTable.date != 0, let date = dates.read(at: p, floor: floor, limit: limit) {
        if !date.isRejected {
          found.append(.date(TextSpan(date.start, date.end), date.value))
          floor = date.end
        }
        p = max(date.end, p + 1)
        continue
      }
      guard flags & StartTable.figure != 0 else {
        p += 1
        continue
      }
      switch figures.read(at: p, floor: floor, limit: limit) {
      case .none(let next): p = max(next, p + 1)
      case .figure(var draft):
        draft.start = max(draft.start, floor)
        draft.end = draft.unitEnd
        found.append(.figure(draft))
        p = max(draft.unitEnd, p + 1)
        floor = draft.unitEnd
      }
    }
  }

  /// The offset behind the number that opens a list item, where a date follows it (1.3月20日前).
  private func behindListNumber(_ i: Int, limit: Int) -> Int? {
    guard i == 0 || ScalarClass.isLineEnd(text[i - 1]) else { return nil }
    var p = i
    while p < limit, p - i < 2, NumeralScalar.arabic(text[p]) >= 0 { p += 1 }
    guard p > i, p + 1 < limit, text[p] == 0x2E, NumeralScalar.arabic(text[p + 1]) >= 0,
      let date = dates.parsePoint(at: p + 1, limit: limit), date.month != nil
    else { return nil }
    return p + 1
  }

  /// The offset behind 《…》, whose numbers are part of a title.
  private func titleEnd(from i: Int, limit: Int) -> Int {
    var p = i + 1
    let end = min(limit, i + 120)
    while p < end, text[p] != u("》") { p += 1 }
    return p < end ? p + 1 : i + 1
  }

  private func append(_ item: Found, to mentions: inout [Mention]) {
    switch item {
    case .date(let span, let value):
      mentions.append(
        Mention(
          span: span, name: MentionName.make(text, span), kind: .date(value: value?.description)))
    case .figure(let draft):
      let span = TextSpan(draft.start, max(draft.end, draft.start))
      guard span.count > 0 else { return }
      let unit = draft.unitOverride ?? draft.unit.map { lexicon.units[$0].code }
      // A unit shared across a list or range never undoes a change.
      let subtype: Figure.Subtype =
        draft.direction != nil ? .change : draft.subtype == .change ? .plain : draft.subtype
      let figure = Figure(
        value: draft.value, valueMax: draft.high, unit: unit, qualifier: draft.qualifier,
        subtype: subtype, direction: draft.direction,
        subject: draft.subject.map { MentionName.make(text, $0, draft.subjectTail) })
      mentions.append(
        Mention(span: span, name: MentionName.make(text, span), kind: .figure(figure)))
    }
  }
}

/// What 元 means in a document.
enum LocalCurrency {
  /// The ISO 4217 code of the region's currency; Macau's where the document names it.
  static func code(of document: Document) -> String {
    switch document.region {
    case .cn: "CNY"
    case .tw: "TWD"
    case .hk: namesPataca(document.shadow) ? "MOP" : "HKD"
    }
  }

  /// Whether 澳门元, 澳门币 or 葡币 stands in the text, or 澳门 more often than 香港.
  private static func namesPataca(_ text: Scalars) -> Bool {
    var macau = 0
    var hongKong = 0
    var i = 0
    while i + 2 < text.count {
      if text[i] == u("澳"), text[i + 1] == u("门") {
        if text[i + 2] == u("元") || text[i + 2] == u("币") { return true }
        macau += 1
      } else if text[i] == u("葡"), text[i + 1] == u("币") {
        return true
      } else if text[i] == u("香") && text[i + 1] == u("港")
        || text[i] == u("本") && text[i + 1] == u("港")
      {
        hongKong += 1
      }
      i += 1
    }
    return macau > hongKong
  }
}
