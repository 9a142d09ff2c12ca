/// The body of an HTTP response as a crawler stored it.
struct HTTPMessage {
  /// Status code; 0 if the first line has none.
  let status: Int
  let headers: HeaderFields
  /// The body without transfer and content encoding.
  let body: [UInt8]

  /// Takes a response apart.
  ///
  /// Chunks and gzip are undone only where the bytes bear the header out: archives often keep the
  /// headers of a body that they store decoded.
  ///
  /// - Parameter limit: the most bytes the body may have decompressed.
  /// - Throws: what is wrong with compressed bodies.
  init(_ bytes: [UInt8], limit: Int) throws(StreamFailure) {
    var headers = HeaderFields()
    var at = 0
    var first: [UInt8]?
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      var line = bytes[at..<end]
      if line.last == 0x0D { line.removeLast() }
      at = min(end + 1, bytes.count)
      if line.isEmpty { break }
      if first == nil { first = Array(line) } else { headers.add(Array(line)) }
    }
    let words = (first ?? []).split(separator: 0x20)
    status = words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) ?? 0 : 0
    self.headers = headers
    var body = Array(bytes[at...])
    if headers.token("transfer-encoding") == "chunked", let joined = Self.unchunked(body) {
      body = joined
    }
    if headers.token("content-encoding") == "gzip", body.starts(with: [0x1F, 0x8B]) {
      body = try Gunzip.whole(body, limit: limit)
    }
    self.body = body
  }

  /// Joins the chunks of a body; `nil` if it is not made of chunks.
  private static func unchunked(_ body: [UInt8]) -> [UInt8]? {
    var joined: [UInt8] = []
    var at = 0
    while let end = body[at...].firstIndex(of: 0x0A) {
      let digits = body[at..<end].prefix { $0 != 0x3B && $0 > 0x20 }
      guard !digits.isEmpty, digits.count <= 8,
        let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
      else { return nil }
      if size == 0 { return joined }
      let start = end + 1
      joined.append(contentsOf: body[start..<min(start + size, body.count)])
      at = start + size
      while at < body.count, body[at] == 0x0D || body[at] == 0x0A { at += 1 }
      // A cut body keeps what is there.
      if at >= body.count { return joined }
    }
    return joined.isEmpty ? nil : joined
  }
}
