import HanText

/// What a corpus holds, in numbers. Duplicates are counted in `duplicates` only.
public struct CorpusOverview: Sendable, Equatable {
  /// The name shown at the head of the page.
  public var name = ""
  /// When the index was last brought up to date, ISO 8601.
  public var updated: String?
  /// Articles, each counted once.
  public var articles = 0
  /// Further copies of articles counted already.
  public var duplicates = 0
  /// Inputs that could not be read.
  public var failures = 0
  /// First and last day of publication, ISO 8601.
  public var firstDay: String?
  /// See `firstDay`.
  public var lastDay: String?
  /// Different people.
  public var people = 0
  /// Different institutions.
  public var institutions = 0
  /// Different places.
  public var places = 0
  /// Different policies.
  public var policies = 0
  /// Figures, each place they stand in.
  public var figures = 0

  /// Makes an overview of nothing.
  public init() {}
}

/// Articles of one stretch of time.
public struct ArticlePeriod: Sendable, Equatable {
  /// `2024-12` or `2024`; empty for articles without a date.
  public var period: String
  /// Articles, each counted once.
  public var articles: Int
  /// Further copies.
  public var duplicates: Int

  /// Makes a period.
  public init(period: String, articles: Int, duplicates: Int) {
    self.period = period
    self.articles = articles
    self.duplicates = duplicates
  }
}

/// A person with the posts that articles give.
public struct PersonEntry: Sendable, Equatable {
  /// A post, and how many articles name it.
  public struct Post: Sendable, Equatable {
    /// The bare title.
    public var role: String?
    /// The body it is held in.
    public var institution: String?
    /// Whether it was left.
    public var isFormer: Bool
    /// Articles that name it.
    public var articles: Int

    /// Makes a post.
    public init(role: String?, institution: String?, isFormer: Bool, articles: Int) {
      self.role = role
      self.institution = institution
      self.isFormer = isFormer
      self.articles = articles
    }
  }

  /// The canonical name.
  public var name: String
  /// Articles that name the person.
  public var articles: Int
  /// Mentions in them.
  public var mentions: Int
  /// The most frequent first.
  public var posts: [Post]

  /// Makes a person.
  public init(name: String, articles: Int, mentions: Int, posts: [Post]) {
    self.name = name
    self.articles = articles
    self.mentions = mentions
    self.posts = posts
  }
}

/// An institution.
public struct InstitutionEntry: Sendable, Equatable {
  /// The canonical name.
  public var name: String
  /// `government`, `school` …
  public var kind: String
  /// Articles that name it.
  public var articles: Int
  /// Mentions in them.
  public var mentions: Int

  /// Makes an institution.
  public init(name: String, kind: String, articles: Int, mentions: Int) {
    self.name = name
    self.kind = kind
    self.articles = articles
    self.mentions = mentions
  }
}

/// How many institutions there are of one kind.
public struct KindCount: Sendable, Equatable {
  /// `government`, `school` …
  public var kind: String
  /// Different institutions.
  public var institutions: Int

  /// Makes a count.
  public init(kind: String, institutions: Int) {
    self.kind = kind
    self.institutions = institutions
  }
}

/// Who appears with whom: the most frequent people and institutions, and their pairs.
public struct Connections: Sendable, Equatable {
  /// A person or institution.
  public struct Node: Sendable, Equatable {
    /// The canonical name.
    public var name: String
    /// Whether it is a person; else an institution.
    public var isPerson: Bool
    /// Articles that name it.
    public var articles: Int

    /// Makes a node.
    public init(name: String, isPerson: Bool, articles: Int) {
      self.name = name
      self.isPerson = isPerson
      self.articles = articles
    }
  }

  /// Two nodes that stand in one sentence.
  public struct Pair: Sendable, Equatable {
    /// Positions in `nodes`, the first below the second.
    public var first: Int
    /// See `first`.
    public var second: Int
    /// Sentences that name both.
    public var sentences: Int
    /// Articles that name both.
    public var articles: Int

    /// Makes a pair.
    public init(first: Int, second: Int, sentences: Int, articles: Int) {
      self.first = first
      self.second = second
      self.sentences = sentences
      self.articles = articles
    }
  }

  /// The most frequent names, people first.
  public var nodes: [Node] = []
  /// Their pairs, the most frequent first.
  public var pairs: [Pair] = []

  /// No connections.
  public init() {}
}
