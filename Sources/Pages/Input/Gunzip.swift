import CZlib

/// Decompression of gzip data in memory.
enum Gunzip {
  /// The whole of some gzip data, all its members.
  ///
  /// - Throws: if it is damaged, ends early, or gives more than `limit` bytes.
  /// - Complexity: O(decompressed bytes).
  static func whole(_ bytes: [UInt8], limit: Int) throws(StreamFailure) -> [UInt8] {
    let stream = eduai_gunzip_open()
    defer { eduai_gunzip_close(stream) }
    var output: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    var consumed = 0
    var isInsideMember = true
    while stream != nil {
      var written = 0
      let before = consumed
      let status = Int(
        eduai_gunzip_step(stream, bytes, bytes.count, &consumed, &room, room.count, &written))
      output.append(contentsOf: room[0..<written])
      if output.count > limit { throw StreamFailure(reason: "more than \(limit) bytes unpacked") }
      if status == Int(EDUAI_GUNZIP_BROKEN) {
        // What is no gzip behind a whole member is padding.
        if !isInsideMember { return output }
        throw StreamFailure(reason: "gzip data is damaged")
      }
      isInsideMember = status != Int(EDUAI_GUNZIP_MEMBER)
      if consumed == bytes.count, written < room.count {
        if isInsideMember { throw StreamFailure(reason: "gzip data ends early") }
        return output
      }
      if consumed == before, written == 0 { break }
    }
    throw StreamFailure(reason: "gzip data is damaged")
  }
}
