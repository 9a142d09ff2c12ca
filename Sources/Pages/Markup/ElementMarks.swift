import CXML

/// What the attributes of one start tag say about the element's place on the page.
struct ElementMarks {
  /// `hidden`, `display:none`: not shown.
  var isHidden = false
  /// Navigation, share bars, comments and so on, by element, `role`, class or id.
  var isAside = false
  /// Reader comments: aside even where they outweigh the article.
  var isComments = false
  /// What `meta`-like attributes and well-known ids name; see `PageReader`.
  var hint: Hint?
  /// Value for `hint` given in an attribute (`content`, `datetime`).
  var hintValue: String?

  /// Fields that elements can name.
  enum Hint { case title, published, source, author }

  /// Reads the attributes of the start event at `index`.
  ///
  /// - Complexity: O(bytes of the attributes).
  init(page: ParsedHTML, startAt index: Int) {
    let events = page.events
    switch Int32(events[index].name) {
    case Int32(EDUAI_ELEMENT_nav), Int32(EDUAI_ELEMENT_footer), Int32(EDUAI_ELEMENT_aside),
      Int32(EDUAI_ELEMENT_dialog), Int32(EDUAI_ELEMENT_menu):
      isAside = true
    default: break
    }
    var i = index + 1
    while i < events.count, events[i].kind == ParsedHTML.Kind.attribute {
      let value = page.value(of: events[i])
      switch Int32(events[i].name) {
      case Int32(EDUAI_ATTRIBUTE_hidden): isHidden = !value.elementsEqual("until-found".utf8)
      case Int32(EDUAI_ATTRIBUTE_style): if ElementMarks.hides(value) { isHidden = true }
      case Int32(EDUAI_ATTRIBUTE_aria_hidden):
        if value.elementsEqual("true".utf8) { isAside = true }
      case Int32(EDUAI_ATTRIBUTE_class), Int32(EDUAI_ATTRIBUTE_id), Int32(EDUAI_ATTRIBUTE_role):
        readNames(value)
      case Int32(EDUAI_ATTRIBUTE_itemprop): readProperty(value)
      case Int32(EDUAI_ATTRIBUTE_content), Int32(EDUAI_ATTRIBUTE_datetime):
        if value.count > 0 { hintValue = page.string(of: events[i]) }
      default: break
      }
      i += 1
    }
  }

  /// `display:none` in a style attribute, white space and case ignored.
  private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    let wanted: StaticString = "display:none"
    let pattern = UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
    var matched = 0
    for byte in style {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { continue }
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lower == pattern[matched] {
        matched += 1
        if matched == pattern.count { return true }
      } else {
        matched = lower == pattern[0] ? 1 : 0
      }
    }
    return false
  }

  /// Splits a class or id into its words and looks each up: `article-share`, `commentList`,
  /// `g-nav`. Only the first and the last word of a name count (`post tag-policy` is a post), and
  /// names of more than three words say nothing.
  private mutating func readNames(_ value: UnsafeBufferPointer<UInt8>) {
    var wordHash = NameHash()
    var words = 0
    var isFirstMarked = false
    var isLastMarked = false
    var wholeHash = NameHash()
    var wasLower = false

    func isMarked(_ hash: NameHash) -> Bool { ElementMarks.asideWords.contains(hash.value) }
    func closeWord() {
      guard wordHash.count > 0 else { return }
      isLastMarked = isMarked(wordHash)
      if words == 0 { isFirstMarked = isLastMarked }
      if ElementMarks.commentWords.contains(wordHash.value) && words < 2 { isComments = true }
      words += 1
      wordHash = NameHash()
    }
    func closeName() {
      closeWord()
      if words > 0, words <= 3, isFirstMarked || isLastMarked || isMarked(wholeHash) {
        isAside = true
      }
      if let known = ElementMarks.hints.first(where: { $0.name == wholeHash.value }) {
        hint = known.hint
      }
      words = 0
      isFirstMarked = false
      isLastMarked = false
      wholeHash = NameHash()
      wasLower = false
    }

    for byte in value {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: closeName()
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"):
        closeWord()
        wholeHash.add(UInt8(ascii: "_"))
        wasLower = false
      case 0x41...0x5A:
        if wasLower { closeWord() }
        wordHash.add(byte | 0x20)
        wholeHash.add(byte | 0x20)
        wasLower = false
      case 0x30...0x39:
        wholeHash.add(byte)
      default:
        wordHash.add(byte)
        wholeHash.add(byte)
        wasLower = true
      }
    }
    closeName()
    if isComments { isAside = true }
  }

  private mutating func readProperty(_ value: UnsafeBufferPointer<UInt8>) {
    var hash = NameHash()
    for byte in value { hash.add(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
    if let known = ElementMarks.properties.first(where: { $0.name == hash.value }) {
      hint = known.hint
    }
  }

  /// FNV-1a over lower-case ASCII names, so that attributes are looked up without strings.
  private struct NameHash {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    var count = 0
    mutating func add(_ byte: UInt8) {
      value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
      count += 1
    }
    init() {}
    init(_ name: String) { for byte in name.utf8 { add(byte) } }
  }

  /// A set of names by their hashes, which are spread well enough to be their own places.
  private struct NameSet {
    private var places = [UInt64](repeating: 0, count: 256)

    /// No more than a hundred or so names.
    init(_ names: [String]) {
      for name in names {
        var place = Int(NameHash(name).value & 255)
        while places[place] != 0 { place = (place + 1) & 255 }
        places[place] = NameHash(name).value
      }
    }

    @inline(__always)
    func contains(_ hash: UInt64) -> Bool {
      var place = Int(hash & 255)
      while places[place] != 0 {
        if places[place] == hash { return true }
        place = (place &+ 1) & 255
      }
      return false
    }
  }

  /// Words that name something beside the article, as sites use them in classes and ids.
  private static let asideWords = NameSet(
    """
    ad ads adv advert advertisement banner bottombar breadcrumb breadcrumbs comment comments \
    copyright crumb crumbs disclaimer discuss erweima foot footer friendlink guess hotlist hotnews \
    hotrank login logo menu minicrumb modal nav navbar navi navigation newsletter pager pagination \
    paging popup qrcode rank ranking recommend recommended recommendation register relate related \
    relevant relatednews rightbar search share sharebar sharing sidebar social subnav subscribe \
    tags toolbar topbar topnav whisper bdsharebuttonbox jiathis contentinfo complementary
    """.split(separator: " ").map(String.init))

  private static let commentWords = NameSet(["comment", "comments", "discuss"])

  /// Ids that sites put in for the news search engines, and those of public accounts.
  private static let hints = table([
    ("pubtime_baidu", .published), ("source_baidu", .source), ("author_baidu", .author),
    ("js_name", .source), ("js_author_name", .author), ("post_time", .published),
  ])

  private static let properties = table([
    ("headline", .title), ("datepublished", .published), ("author", .author),
  ])

  private static func table(_ entries: [(String, Hint)]) -> [(name: UInt64, hint: Hint)] {
    entries.map { (NameHash($0.0).value, $0.1) }
  }
}
