import HanText

/// An article as the page shows it.
public struct ReportArticle: Sendable, Equatable {
  /// A mention in the text.
  public struct Mark: Sendable, Equatable {
    /// One of the contract's types.
    public var type: String
    /// Where it stands, in scalars of the text.
    public var span: TextSpan
    /// What is known of it: the canonical name, a post, a value.
    public var note: String
    /// What it says, for figures.
    public var figure: FigureEntry?

    /// Makes a mark.
    public init(type: String, span: TextSpan, note: String, figure: FigureEntry? = nil) {
      self.type = type
      self.span = span
      self.note = note
      self.figure = figure
    }
  }

  /// The document's name.
  public var document = ""
  /// The title; empty where there is none.
  public var title = ""
  /// Publication time, ISO 8601.
  public var published: String?
  /// The medium.
  public var source: String?
  /// Authors of the byline.
  public var authors: [String] = []
  /// `hans`, `hant` or `mixed`.
  public var script = "hans"
  /// Names of the other copies.
  public var copies: [String] = []
  /// The article text.
  public var text: Scalars = []
  /// Its mentions, in the order of the text.
  public var marks: [Mark] = []

  /// An empty article.
  public init() {}

  /// What the page calls it.
  var heading: String { title.isEmpty ? document : title }
  /// The day of publication.
  var day: String? { published.map { String($0.prefix(10)) } }
  /// The time of publication to the minute, as people read it.
  var time: String? {
    published.map { String($0.prefix(16).map { $0 == "T" ? " " : $0 }) }
  }
  /// The language of its text for browsers, which choose the font by it.
  var language: String { script == "hant" ? "zh-Hant" : "zh-Hans" }
}

/// What a figure says.
public struct FigureEntry: Sendable, Equatable {
  /// Plain decimals.
  public var value: String?
  /// Upper end of a range.
  public var valueMax: String?
  /// Unit as the contract writes it.
  public var unit: String?
  /// `exact`, `about`, `at_least`, `at_most`, `range`.
  public var qualifier: String?
  /// `up`, `down`.
  public var direction: String?
  /// `count`, `money` …
  public var kind: String?
  /// The noun counted or measured.
  public var subject: String?
  /// Where it holds.
  public var place: String?
  /// When it holds, ISO 8601.
  public var date: String?
  /// The sentence it stands in, in scalars of the text.
  public var sentence: TextSpan

  /// A figure of which only the sentence is known.
  public init(sentence: TextSpan) { self.sentence = sentence }

  /// The value as people read it: `≥ 250,000 人`, `20,000–30,000`, `↑ 4 %`.
  var reading: String {
    guard let value else { return "" }
    var reading =
      switch qualifier {
      case "about": "≈ "
      case "at_least": "≥ "
      case "at_most": "≤ "
      default: ""
      }
    switch direction {
    case "up": reading = "↑ " + reading
    case "down": reading = "↓ " + reading
    default: break
    }
    reading += Digits.grouped(value)
    if let valueMax { reading += "–" + Digits.grouped(valueMax) }
    if let unit { reading += " " + unit }
    return reading
  }
}
