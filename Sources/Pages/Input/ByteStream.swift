import CZlib
import Glibc

/// Why a stream of bytes broke off: one clause in plain English.
struct StreamFailure: Error, Sendable {
  let reason: String
}

/// The bytes of a file or of standard input, in pieces, decompressed where they are gzip.
final class ByteStream {
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private var piece: [UInt8]
  private static let largestPiece = 1 << 18
  private var start = 0
  private var end = 0
  private var isFirstPiece = true
  private var gunzip: OpaquePointer?
  /// Inside a gzip member, whose end must come.
  private var isInsideMember = false
  private var membersRead = 0
  private var isAtEnd = false
  /// Bytes read from the descriptor so far, compressed ones as they are on disk.
  private(set) var bytesRead = 0

  /// Opens a file.
  init(_ path: FilePath) throws(StreamFailure) {
    descriptor = open(path.cString, O_RDONLY | O_CLOEXEC)
    ownsDescriptor = true
    // Articles are small: clearing a whole piece for each would cost more than reading it.
    var info = stat()
    let isKnown = descriptor >= 0 && fstat(descriptor, &info) == 0 && info.st_size > 0
    let count = isKnown ? min(Int(info.st_size) + 1, Self.largestPiece) : Self.largestPiece
    piece = [UInt8](repeating: 0, count: count)
    guard descriptor >= 0 else { throw StreamFailure(reason: SystemError(errno).reason) }
  }

  /// Reads standard input.
  init(standardInput: Void) {
    descriptor = STDIN_FILENO
    ownsDescriptor = false
    piece = [UInt8](repeating: 0, count: Self.largestPiece)
  }

  deinit {
    eduai_gunzip_close(gunzip)
    if ownsDescriptor, descriptor >= 0 { close(descriptor) }
  }

  /// Whether the bytes on disk are compressed; known after the first `read`.
  var isCompressed: Bool { gunzip != nil }

  /// Appends the next piece, at most some 256 KB; returns false at the end of the data.
  func read(into output: inout [UInt8]) throws(StreamFailure) -> Bool {
    guard !isAtEnd else { return false }
    let before = output.count
    repeat {
      if start == end, try !fill() { return output.count > before }
      if isFirstPiece {
        isFirstPiece = false
        if end - start >= 3, piece[start] == 0x1F, piece[start + 1] == 0x8B, piece[start + 2] == 8 {
          gunzip = eduai_gunzip_open()
        }
      }
      if gunzip == nil {
        output.append(contentsOf: piece[start..<end])
        start = end
      } else {
        try inflate(into: &output)
      }
    } while output.count == before && !isAtEnd
    return output.count > before
  }

  /// Reads a piece from the descriptor; false at its end.
  private func fill() throws(StreamFailure) -> Bool {
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count > 0 {
        (start, end) = (0, count)
        bytesRead += count
        return true
      }
      if count == 0 {
        isAtEnd = true
        if isInsideMember { throw StreamFailure(reason: "gzip data ends early") }
        return false
      }
      if errno != EINTR { throw StreamFailure(reason: SystemError(errno).reason) }
    }
  }

  private func inflate(into output: inout [UInt8]) throws(StreamFailure) {
    let status = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 17) { room in
      var consumed = start
      var written = 0
      let status = eduai_gunzip_step(
        gunzip, piece, end, &consumed, room.baseAddress, room.count, &written)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: room[0..<written]))
      start = consumed
      return Int(status)
    }
    if status == Int(EDUAI_GUNZIP_MEMBER) {
      isInsideMember = false
      membersRead += 1
    } else if status == Int(EDUAI_GUNZIP_MORE) {
      isInsideMember = true
    } else {
      // What is no gzip behind a whole member is padding, which gzip itself ignores.
      isAtEnd = true
      guard membersRead > 0, !isInsideMember else {
        throw StreamFailure(reason: "gzip data is damaged")
      }
    }
  }
}
