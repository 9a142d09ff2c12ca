import HanText

/// Looks at some pages of each folder ahead of the others, for what they have in common.
///
/// The files of one folder are taken in stretches of about `stretch`; of each, `sampled` are read. Which
/// ones depends on the listing alone, so that the same input gives the same text whatever the
/// number of threads is, and one stretch's template is all that is in memory.
struct TemplateSurvey {
  /// Files that share a template.
  private static let stretch = 64
  /// How many of them are looked at.
  private static let sampled = 8
  /// Fewer pages tell nothing.
  private static let fewest = 4
  /// Larger files are not looked at.
  private static let largest = 1 << 20

  private let options: InputOptions
  private var end = 0
  private var template: SiteTemplate?

  init(options: InputOptions) {
    self.options = options
  }

  /// The template for an entry of a plan; entries are asked for in order.
  ///
  /// - Complexity: O(1) but at the start of a stretch.
  mutating func template(for index: Int, of plan: InputPlan) -> SiteTemplate? {
    if index < end { return template }
    let next = Self.stretchEnd(from: index, in: plan.entries)
    end = next
    template = nil
    guard next - index >= Self.fewest else { return nil }
    let count = min(Self.sampled, next - index)
    let pages = (0..<count).compactMap { page(plan.entries[index + $0 * (next - index) / count]) }
    guard pages.count >= Self.fewest else { return nil }
    let found = SiteTemplate(pages: pages)
    template = found.isEmpty ? nil : found
    return template
  }

  /// Where a stretch that begins at `start` ends: its files have one folder. Two short ones would
  /// tell less than one.
  private static func stretchEnd(from start: Int, in entries: [InputPlan.Entry]) -> Int {
    guard let folder = folder(entries[start]) else { return start + 1 }
    var end = start + 1
    while end < entries.count, end - start < stretch + stretch / 2,
      Self.folder(entries[end]) == folder
    {
      end += 1
    }
    return end - start < stretch + stretch / 2 ? end : start + stretch
  }

  /// The folder of a page's file; `nil` for what holds no single page.
  private static func folder(_ entry: InputPlan.Entry) -> ArraySlice<UInt8>? {
    guard case .file(let path, _, let format) = entry,
      format == nil || format == .text || format == .html
    else { return nil }
    return path.bytes[..<((path.bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)]
  }

  /// A page as it will be read, before repair; `nil` where it cannot be.
  private func page(_ entry: InputPlan.Entry) -> Page? {
    guard case .file(let path, let size, let named) = entry, size > 0, size <= Self.largest,
      let stream = try? ByteStream(path)
    else { return nil }
    var bytes: [UInt8] = []
    while bytes.count <= Self.largest, (try? stream.read(into: &bytes)) == true {}
    let format =
      options.format != .auto ? options.format : named ?? ContentSniffer.format(of: bytes)
    guard bytes.count <= Self.largest, format == .text || format == .html || format == .auto,
      let source = try? Decoder.decode(
        bytes, forced: options.encoding, format: format == .html ? .html : .text)
    else { return nil }
    return format == .html ? Page(html: source.text) : Page(text: source.text)
  }
}
