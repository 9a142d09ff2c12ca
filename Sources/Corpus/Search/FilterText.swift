import HanText

/// A query and filters in one line, as `--where`, `--a` and `--b` take them:
/// `source:新华社 from:2024-01 人工智能 NOT 游戏`.
public struct FilterText: Sendable, Equatable {
  /// The words; `nil` where there are none.
  public let query: SearchQuery?
  /// The filters.
  public let filter: SearchFilter

  /// The names of the filters.
  static let names = [
    "source", "from", "to", "type", "name", "person", "institution", "place", "role", "unit",
    "min", "max", "duplicates",
  ]

  /// Reads a line. A value with spaces stands in quotation marks: `source:"China Daily"`.
  ///
  /// - Throws: `SearchQueryError` for a wrong value or query; its place is that in the line.
  /// - Complexity: O(length), besides that of the query.
  public init(_ line: String) throws(SearchQueryError) {
    let text = Scalars(line)
    var rest = text
    var filter = SearchFilter()
    var i = 0
    while i < text.count {
      if ScalarClass.isSpace(text[i]) {
        i += 1
        continue
      }
      guard let (name, valueStart) = Self.filterName(in: text, at: i) else {
        i = Self.wordEnd(in: text, from: i)
        continue
      }
      let end = Self.wordEnd(in: text, from: valueStart)
      let value = text[valueStart..<end].filter { $0 != u("\"") && $0 != u("“") && $0 != u("”") }
      do throws(SearchQueryError) {
        try filter.set(name, to: String(scalars: value))
      } catch {
        throw SearchQueryError(position: i + 1, reason: error.reason)
      }
      // Blanks keep the places of what is left for the query.
      for k in i..<end { rest[k] = 0x20 }
      i = end
    }
    self.filter = filter
    query = rest.allSatisfy(ScalarClass.isSpace) ? nil : try SearchQuery(rest)
  }

  /// The filter whose name and colon stand at `start`, and where its value begins.
  private static func filterName(
    in text: Scalars, at start: Int
  ) -> (name: String, valueStart: Int)? {
    guard let colon = text[start...].prefix(12).firstIndex(where: { $0 == u(":") || $0 == u("：") })
    else { return nil }
    let name = String(scalars: text[start..<colon])
    return names.contains(name) ? (name, colon + 1) : nil
  }

  /// Behind the word at `start`; blanks inside quotation marks belong to it.
  private static func wordEnd(in text: Scalars, from start: Int) -> Int {
    var i = start
    var closing: UInt32?
    while i < text.count {
      if let mark = closing {
        if text[i] == mark { closing = nil }
      } else if ScalarClass.isSpace(text[i]) {
        break
      } else if text[i] == u("\"") {
        closing = u("\"")
      } else if text[i] == u("“") {
        closing = u("”")
      }
      i += 1
    }
    return i
  }
}

extension SearchFilter {
  /// Sets the filter of a name.
  ///
  /// - Throws: `SearchQueryError` where the value is none of it.
  mutating func set(_ name: String, to value: String) throws(SearchQueryError) {
    guard !value.isEmpty else {
      throw SearchQueryError(position: 0, reason: "\(name): has no value")
    }
    switch name {
    case "source": source = value
    case "from": from = try PartialDate(value)
    case "to": to = try PartialDate(value)
    case "type":
      guard let type = MentionType(rawValue: value) else {
        let types = MentionType.allCases.map(\.rawValue).joined(separator: ", ")
        throw SearchQueryError(position: 0, reason: "type takes \(types)")
      }
      self.type = type
    case "name": self.name = value
    case "person", "institution", "place":
      type = MentionType(rawValue: name)
      self.name = value
    case "role": role = value
    case "unit": unit = value
    case "min": minimum = try Self.number(value, of: name)
    case "max": maximum = try Self.number(value, of: name)
    default:
      guard value == "no" else {
        throw SearchQueryError(position: 0, reason: "duplicates takes no")
      }
      withoutDuplicates = true
    }
  }

  private static func number(_ text: String, of name: String) throws(SearchQueryError) -> Double {
    guard let number = Double(text), number.isFinite else {
      throw SearchQueryError(position: 0, reason: "\(name) takes a number")
    }
    return number
  }
}
