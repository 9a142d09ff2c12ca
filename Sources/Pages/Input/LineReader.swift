import Glibc

/// Splits a stream into lines, keeping no more than one line and one piece in memory.
struct LineReader {
  /// What stands on a line.
  enum Line {
    /// Where it stands in `buffer`, without its line end.
    case text(Range<Int>)
    /// A line longer than the limit; it was skipped.
    case tooLong
  }

  private let stream: ByteStream
  private let limit: Int
  /// The bytes read and not yet given out.
  private(set) var buffer: [UInt8]
  private var start = 0
  private var searched = 0
  /// Number of the line given last, from 1.
  private(set) var number = 0

  /// Reads on from a stream of which `first` has been read already.
  init(_ stream: ByteStream, first: [UInt8], limit: Int) {
    self.stream = stream
    self.limit = limit
    buffer = first
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    searched = start
  }

  /// The next line, or `nil` at the end.
  ///
  /// - Complexity: O(bytes of the line), amortised.
  mutating func next() throws(StreamFailure) -> Line? {
    var isTooLong = false
    while true {
      if let end = lineEnd() {
        let line = start..<end
        start = end + 1
        searched = start
        number += 1
        return isTooLong ? .tooLong : .text(line)
      }
      searched = buffer.count
      if searched - start > limit {
        isTooLong = true
        start = searched
      }
      compact()
      if try !stream.read(into: &buffer) {
        guard start < buffer.count || isTooLong else { return nil }
        let line = start..<buffer.count
        start = buffer.count
        searched = start
        number += 1
        return isTooLong ? .tooLong : .text(line)
      }
    }
  }

  private func lineEnd() -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard searched < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + searched, 0x0A, bytes.count - searched)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Drops what has been given out.
  private mutating func compact() {
    guard start > 0 else { return }
    buffer.removeSubrange(0..<start)
    searched -= start
    start = 0
  }
}
