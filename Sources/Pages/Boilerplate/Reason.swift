extension PageCleaning {
  /// Why a line is no part of the article, as `--explain` says it.
  enum Reason: String {
    case before = "before the article"
    case after = "after the article"
    case related = "related articles"
    case caption = "caption of a picture"
    case counter = "counter"
    case tag = "short line above the first sentence"
    case headline = "repeated headline"
    case wordless = "no words"
    case pager = "previous and next article"
    case comments = "reader comments"
    case legal = "copyright or disclaimer"
    case credit = "editor's credit"
    case finish = "end of article mark"
    case meta = "source and time line"
    case bar = "tool bar"
    case nav = "navigation"
    case promo = "promotion"
    case aside = "marked aside"
    case links = "links"
    case repeated = "stands on other pages of the folder"
  }
}
