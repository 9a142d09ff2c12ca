import HanText

/// Reads JSON Lines: one article a line, with `text`, and if given `id`, `title`, `published`;
/// every other member is carried through as it stands. Where there is no `id`, `document` names the
/// article, as in eduai's own output.
struct JSONLinesReader {
  private var lines: LineReader
  private let file: String
  /// Encoding of the lines; `nil` for UTF-8.
  private let encoding: String?

  init(_ stream: ByteStream, first: [UInt8], file: String, limit: Int, encoding: String? = nil) {
    lines = LineReader(stream, first: first, limit: limit)
    self.file = file
    self.encoding = encoding
  }

  /// The next article, a failure that names its line, or `nil` at the end.
  ///
  /// - Parameter isNew: whether a document of that name has not come before; others are named by
  ///   file and line.
  mutating func next(isNew: (String) -> Bool) -> Result<InputRecord, InputFailure>? {
    while true {
      do {
        guard let line = try lines.next() else { return nil }
        guard case .text(let range) = line else {
          return .failure(fail("the line is too long (--max-size allows more)"))
        }
        if let result = record(in: range, isNew: isNew) { return result }
      } catch {
        return .failure(InputFailure(document: file, reason: error.reason))
      }
    }
  }

  private func fail(_ reason: String) -> InputFailure {
    InputFailure(document: "\(file): line \(lines.number)", reason: reason)
  }

  /// The article on a line; `nil` for an empty line.
  private func record(
    in range: Range<Int>, isNew: (String) -> Bool
  ) -> Result<InputRecord, InputFailure>? {
    lines.buffer.withUnsafeBufferPointer { buffer -> Result<InputRecord, InputFailure>? in
      let line = UnsafeBufferPointer(rebasing: buffer[range])
      if line.allSatisfy({ $0 <= 0x20 }) { return nil }
      guard let encoding else { return record(on: line, isNew) }
      // Decoded before it is taken apart: bytes of Chinese characters can look like backslashes.
      let source = Decoder.text(Array(line), in: encoding)
      var recoded: [UInt8] = []
      UTF8Text.append(source.text, to: &recoded)
      return recoded.withUnsafeBufferPointer { record(on: $0, isNew) }.map { record in
        var record = record
        record.encoding = encoding
        record.undecodable += source.undecodable
        return record
      }
    }
  }

  /// The article on a line in UTF-8.
  private func record(
    on line: UnsafeBufferPointer<UInt8>, _ isNew: (String) -> Bool
  ) -> Result<InputRecord, InputFailure> {
    do throws(JSONFailure) {
      var scanner = JSONScanner(line)
      return try .success(record(of: scanner.members(), in: line, isNew: isNew))
    } catch {
      return .failure(fail(error.reason))
    }
  }

  private func record(
    of members: [JSONScanner.Member], in line: UnsafeBufferPointer<UInt8>, isNew: (String) -> Bool
  ) throws(JSONFailure) -> InputRecord {
    guard let last = members.last(where: { $0.key == "text" }) else {
      throw JSONFailure(reason: "no member text")
    }
    guard let bytes = JSONScanner.string(line, last.value) else {
      throw JSONFailure(reason: "the member text is no string")
    }
    let text = UTF8Text.decode(bytes)
    var record = InputRecord(document: "", content: .text(text.scalars), format: .text)
    record.undecodable = text.invalid
    for member in members where member.key != "text" {
      let raw = UnsafeBufferPointer(rebasing: line[member.value])
      let string = JSONScanner.string(line, member.value).map {
        String(decoding: $0, as: UTF8.self)
      }
      switch (member.key, string) {
      case ("id", let id?) where record.document.isEmpty: record.document = id
      case ("id", nil) where record.document.isEmpty && Self.isNumber(raw):
        record.document = String(decoding: raw, as: UTF8.self)
      case ("title", let title?) where record.title == nil: record.title = title
      case ("published", let published?) where record.published == nil:
        record.published = published
      default:
        record.carried.append((member.key, String(decoding: raw, as: UTF8.self)))
        if member.key == "source", record.source == nil { record.source = string }
        if member.key == "authors", record.authors.isEmpty { record.authors = Self.names(in: raw) }
      }
    }
    if record.document.isEmpty,
      let own = record.carried.firstIndex(where: { $0.key == "document" }),
      let bytes = members.last(where: { $0.key == "document" }).flatMap({
        JSONScanner.string(line, $0.value)
      })
    {
      record.carried.remove(at: own)
      record.document = String(decoding: bytes, as: UTF8.self)
    }
    name(&record, isNew)
    return record
  }

  /// Names a record without an id of its own by file and line; a repeated id is carried through.
  private func name(_ record: inout InputRecord, _ isNew: (String) -> Bool) {
    let place = "\(file):line \(lines.number)"
    record.place = place
    if !record.document.isEmpty {
      if isNew(record.document) { return }
      var quoted: [UInt8] = []
      JSONText.append(record.document, to: &quoted)
      record.carried.insert(("id", String(decoding: quoted, as: UTF8.self)), at: 0)
    }
    record.document = place
  }

  /// The strings of an array, or the one that stands alone.
  private static func names(in raw: UnsafeBufferPointer<UInt8>) -> [String] {
    guard let value = try? JSONValue(parsing: Array(raw)) else { return [] }
    return (value.array ?? [value]).compactMap(\.string).filter { !$0.isEmpty }
  }

  private static func isNumber(_ raw: UnsafeBufferPointer<UInt8>) -> Bool {
    raw.first.map { $0 == UInt8(ascii: "-") || ScalarClass.isASCIIDigit(UInt32($0)) } ?? false
  }
}
