/// The bytes of a stream, taken in lines and counted blocks.
struct RecordBuffer {
  private let stream: ByteStream
  private var buffer: [UInt8]
  private var start = 0

  /// Reads on from a stream of which `first` has been read already.
  init(_ stream: ByteStream, first: [UInt8]) {
    self.stream = stream
    buffer = first
  }

  /// The next line without its end, or `nil` at the end of the stream.
  ///
  /// A line of more than `limit` bytes is given cut to that length.
  ///
  /// - Complexity: O(bytes of the line), amortised.
  mutating func line(limit: Int) throws(StreamFailure) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        var line = buffer[start..<end]
        start = end + 1
        if line.last == 0x0D { line.removeLast() }
        return Array(line.prefix(limit))
      }
      if buffer.count - start > limit {
        let line = Array(buffer[start..<start + limit])
        start += limit
        return line
      }
      searched = buffer.count - start
      if try !fill() {
        guard start < buffer.count else { return nil }
        let line = Array(buffer[start...])
        start = buffer.count
        return line
      }
    }
  }

  /// The next `count` bytes, fewer at the end of the stream.
  mutating func take(_ count: Int) throws(StreamFailure) -> [UInt8] {
    while buffer.count - start < count {
      if try !fill() { break }
    }
    let end = min(buffer.count, start + count)
    let block = Array(buffer[start..<end])
    start = end
    return block
  }

  /// Goes over `count` bytes; false if the stream ends before.
  mutating func skip(_ count: Int) throws(StreamFailure) -> Bool {
    var left = count
    while true {
      let step = min(left, buffer.count - start)
      start += step
      left -= step
      if left == 0 { return true }
      if try !fill() { return false }
    }
  }

  private mutating func fill() throws(StreamFailure) -> Bool {
    buffer.removeSubrange(0..<start)
    start = 0
    return try stream.read(into: &buffer)
  }
}
