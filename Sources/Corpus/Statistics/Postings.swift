/// Which documents each word stands in, and how often: what dispersion is computed from.
///
/// Each word has a chain of 16-byte chunks of variable-length numbers, so a word of one document
/// costs one chunk and a frequent one two or three bytes a document.
struct Postings: Sendable {
  private static let payload = 12
  /// 12 bytes of numbers, 4 bytes index of the next chunk, each.
  private var chunks: [UInt8] = []
  private var words: [Chain] = []

  private struct Chain {
    var head: UInt32
    var tail: UInt32
    var used = 0 as UInt8
    var lastDocument: Int32 = -1
    var documents: Int32 = 0
  }

  /// Notes that word `word` stands `count` times in document `document`. Words are numbered from 0
  /// without gaps; the documents of a word come in ascending order.
  mutating func add(word: Int, document: Int, count: Int) {
    while words.count <= word {
      let chunk = newChunk()
      words.append(Chain(head: chunk, tail: chunk))
    }
    put(UInt64(max(0, document - Int(words[word].lastDocument))), word)
    put(UInt64(max(0, count)), word)
    words[word].lastDocument = Int32(truncatingIfNeeded: document)
    words[word].documents += 1
  }

  /// In how many documents a word stands.
  func documents(of word: Int) -> Int { word < words.count ? Int(words[word].documents) : 0 }

  /// Calls `body` with each document of a word and the count there.
  ///
  /// - Complexity: O(documents of the word).
  func forEach(_ word: Int, _ body: (_ document: Int, _ count: Int) -> Void) {
    guard word < words.count else { return }
    var chunk = words[word].head
    var at = 0
    func next() -> Int {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while true {
        if at == Self.payload {
          chunk = link(of: chunk)
          at = 0
        }
        let byte = chunks[Int(chunk) * 16 + at]
        at += 1
        value |= UInt64(byte & 0x7F) << shift
        shift += 7
        if byte & 0x80 == 0 { return Int(truncatingIfNeeded: value) }
      }
    }
    var document = -1
    for _ in 0..<words[word].documents {
      document += next()
      body(document, next())
    }
  }

  private mutating func put(_ number: UInt64, _ word: Int) {
    var rest = number
    repeat {
      if words[word].used == Self.payload {
        let chunk = newChunk()
        setLink(of: words[word].tail, to: chunk)
        words[word].tail = chunk
        words[word].used = 0
      }
      let byte = UInt8(truncatingIfNeeded: rest & 0x7F) | (rest > 0x7F ? 0x80 : 0)
      chunks[Int(words[word].tail) * 16 + Int(words[word].used)] = byte
      words[word].used += 1
      rest >>= 7
    } while rest > 0
  }

  private mutating func newChunk() -> UInt32 {
    chunks.append(contentsOf: repeatElement(0, count: 16))
    return UInt32(truncatingIfNeeded: chunks.count / 16 - 1)
  }

  private func link(of chunk: UInt32) -> UInt32 {
    let at = Int(chunk) * 16 + Self.payload
    var link: UInt32 = 0
    for k in 0..<4 { link |= UInt32(chunks[at + k]) << UInt32(8 * k) }
    return link
  }

  private mutating func setLink(of chunk: UInt32, to next: UInt32) {
    let at = Int(chunk) * 16 + Self.payload
    for k in 0..<4 { chunks[at + k] = UInt8(truncatingIfNeeded: next >> UInt32(8 * k)) }
  }
}
