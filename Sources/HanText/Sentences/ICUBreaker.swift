import CICU

/// ICU boundaries of whole texts. Owns an ICU handle and scratch memory: one for each worker.
struct ICUBreaker: ~Copyable {
  /// What the boundaries separate.
  enum Kind {
    /// Sentences: what `SentenceBoundaries` is tested against.
    case sentences
    case words
  }

  private let handle: OpaquePointer?
  private let kind: Kind
  private var buffer = UTF16Buffer()
  /// Texts longer than this are handed to ICU in parts that end at a line end where one is near.
  private static let partLimit = 1 << 22

  init(_ kind: Kind) {
    self.kind = kind
    switch kind {
    case .sentences: handle = eduai_breaker_open_sentences()
    case .words: handle = eduai_breaker_open_words()
    }
  }

  deinit { eduai_breaker_close(handle) }

  /// The boundaries of `text` behind its start, ascending, as scalar offsets; for words also ICU's
  /// rule status of each.
  ///
  /// - Complexity: O(length).
  mutating func boundaries(of text: Scalars) -> (offsets: [Int32], statuses: [Int32]) {
    var offsets: [Int32] = []
    var statuses: [Int32] = []
    var start = 0
    while start < text.count {
      let end = partEnd(of: text, from: start)
      buffer.load(text[start..<end])
      var (found, marks) = unitBoundaries()
      buffer.mapToScalars(&found)
      for i in found.indices { found[i] &+= Int32(truncatingIfNeeded: start) }
      offsets.append(contentsOf: found)
      statuses.append(contentsOf: marks)
      start = end
    }
    return (offsets, statuses)
  }

  private func partEnd(of text: Scalars, from start: Int) -> Int {
    guard text.count - start > Self.partLimit else { return text.count }
    let limit = start + Self.partLimit
    let lineEnd = text[limit - Self.partLimit / 2..<limit].lastIndex(of: 0x0A)
    return lineEnd.map { $0 + 1 } ?? limit
  }

  private func unitBoundaries() -> ([Int32], [Int32]) {
    var capacity = buffer.count / 16 + 16
    while true {
      var offsets = [Int32](repeating: 0, count: capacity)
      var statuses = kind == .words ? offsets : []
      let found = buffer.units.withUnsafeBufferPointer { units in
        statuses.withUnsafeMutableBufferPointer { statuses in
          eduai_breaker_all(
            handle, units.baseAddress, Int32(truncatingIfNeeded: buffer.count), &offsets,
            statuses.isEmpty ? nil : statuses.baseAddress, Int32(truncatingIfNeeded: capacity))
        }
      }
      guard found >= 0 else {
        // Without ICU's rules the whole text is one unit: nothing is lost.
        return ([Int32(truncatingIfNeeded: buffer.count)], kind == .words ? [200] : [])
      }
      if Int(found) <= capacity {
        offsets.removeLast(capacity - Int(found))
        if kind == .words { statuses.removeLast(capacity - Int(found)) }
        return (offsets, statuses)
      }
      capacity = Int(found)
    }
  }
}
