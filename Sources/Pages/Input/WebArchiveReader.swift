/// Reads the pages of a web archive (WARC 1.0 and 1.1, ISO 28500), and the texts of a WET file.
///
/// Pages are `response` and `resource` records of HTML or plain text; texts are `conversion`
/// records. Requests, redirects, errors and other media are no articles and are gone over.
struct WebArchiveReader {
  private var buffer: RecordBuffer
  private let file: String
  private let limit: Int
  private var number = 0
  private var isDone = false
  /// No header line is longer, and no header has more lines.
  private static let longestLine = 1 << 16
  private static let mostLines = 1000

  init(_ stream: ByteStream, first: [UInt8], file: String, limit: Int) {
    buffer = RecordBuffer(stream, first: first)
    self.file = file
    self.limit = limit
  }

  /// The next page, a failure that names its record, or `nil` at the end.
  ///
  /// - Parameter isNew: whether a document of that name has not come before; others are named by
  ///   file and record.
  mutating func next(isNew: (String) -> Bool) -> Result<InputRecord, InputFailure>? {
    while !isDone {
      do throws(StreamFailure) {
        guard let headers = try nextHeaders() else {
          isDone = true
          return nil
        }
        if var record = try page(headers) {
          let named = !record.document.isEmpty && isNew(record.document)
          let place = "\(file):record \(number)"
          record.place = place
          if !named { record.document = place }
          return .success(record)
        }
      } catch {
        return .failure(
          InputFailure(document: "\(file): record \(max(number, 1))", reason: error.reason))
      }
    }
    return nil
  }

  /// Reads the header of the next record, `nil` at the end of the file.
  private mutating func nextHeaders() throws(StreamFailure) -> HeaderFields? {
    var version: [UInt8]?
    do throws(StreamFailure) {
      repeat { version = try buffer.line(limit: Self.longestLine) } while version?.isEmpty == true
    } catch {
      isDone = true
      throw error
    }
    guard let version else { return nil }
    number += 1
    guard version.starts(with: Array("WARC/".utf8)) else {
      isDone = true
      throw StreamFailure(reason: "no WARC record where one must begin")
    }
    var headers = HeaderFields()
    for _ in 0..<Self.mostLines {
      guard let line = try line(), !line.isEmpty else { return headers }
      headers.add(line)
    }
    return headers
  }

  private mutating func line() throws(StreamFailure) -> [UInt8]? {
    do throws(StreamFailure) {
      return try buffer.line(limit: Self.longestLine)
    } catch {
      isDone = true
      throw error
    }
  }

  /// The page of a record whose header has been read; `nil` if it holds none.
  private mutating func page(_ headers: HeaderFields) throws(StreamFailure) -> InputRecord? {
    guard let length = headers["content-length"].flatMap({ Int($0) }), length >= 0 else {
      isDone = true
      throw StreamFailure(reason: "the record has no length")
    }
    let type = headers.token("warc-type") ?? ""
    let holdsPage = ["response", "resource", "conversion"].contains(type)
    guard holdsPage, length <= limit else {
      if try !skip(length) { throw StreamFailure(reason: "the record ends early") }
      if holdsPage { throw StreamFailure(reason: "larger than \(limit >> 20) MiB") }
      return nil
    }
    let block = try take(length)
    guard block.count == length else {
      isDone = true
      throw StreamFailure(reason: "the record ends early")
    }
    // Some writers put the address into angle brackets, as WARC 1.0 had it.
    let address = headers["warc-target-uri"].map { $0.filter { $0 != "<" && $0 != ">" } } ?? ""
    guard headers.token("content-type") == "application/http" else {
      return record(address, headers, block)
    }
    let message = try HTTPMessage(block, limit: limit)
    return message.status == 200 ? record(address, message.headers, message.body) : nil
  }

  private func record(
    _ address: String, _ headers: HeaderFields, _ body: [UInt8]
  ) -> InputRecord? {
    let format: PageFormat
    switch headers.token("content-type") {
    case "text/html", "application/xhtml+xml": format = .html
    case "text/plain": format = .text
    case nil: format = ContentSniffer.format(of: body) == .html ? .html : .text
    default: return nil
    }
    guard !body.isEmpty else { return nil }
    var record = InputRecord(document: address, content: .bytes(body), format: format)
    record.charset = headers.parameter("charset", of: "content-type")
    return record
  }

  private mutating func take(_ count: Int) throws(StreamFailure) -> [UInt8] {
    do throws(StreamFailure) {
      return try buffer.take(count)
    } catch {
      isDone = true
      throw error
    }
  }

  private mutating func skip(_ count: Int) throws(StreamFailure) -> Bool {
    do throws(StreamFailure) {
      let isWhole = try buffer.skip(count)
      if !isWhole { isDone = true }
      return isWhole
    } catch {
      isDone = true
      throw error
    }
  }
}
