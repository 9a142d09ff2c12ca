import Glibc

/// The bytes of a model: those embedded in the program, never copied, or a file's, owned.
///
/// Numbers are little-endian. Offsets are checked once, when the model is opened. The first byte
/// stands at a multiple of 64, so that every line of weights is one of the processor's.
package final class ModelBytes: @unchecked Sendable {
  // Sendable because the bytes are written only before `init` ends and freed only in `deinit`.

  /// The first byte.
  let start: UnsafeRawPointer
  /// Number of bytes.
  package let count: Int
  private let owned: UnsafeMutableRawPointer?

  private static let largePage = 2 << 20

  /// Views bytes that live as long as the process; they are copied only where they are not aligned.
  package convenience init(embedded: UnsafeRawBufferPointer) {
    if let base = embedded.baseAddress, Int(bitPattern: base) & 63 == 0 {
      self.init(start: base, count: embedded.count, owned: nil)
    } else {
      self.init(filling: embedded.count) { buffer in
        buffer.copyMemory(from: embedded)
        return embedded.count
      }
    }
  }

  /// Copies bytes.
  package convenience init(copying bytes: [UInt8]) {
    self.init(filling: bytes.count) { buffer in
      bytes.withUnsafeBytes { buffer.copyMemory(from: $0) }
      return bytes.count
    }
  }

  /// Makes room for `capacity` bytes and lets `fill` write them.
  ///
  /// - Parameter fill: returns how many bytes from the start it has written.
  package convenience init<E: Error>(
    filling capacity: Int, _ fill: (UnsafeMutableRawBufferPointer) throws(E) -> Int
  ) throws(E) {
    // A large model on large pages is filled without a page fault every 4 kB.
    let isLarge = capacity >= Self.largePage
    let room = UnsafeMutableRawPointer.allocate(
      byteCount: max(64, capacity), alignment: isLarge ? Self.largePage : 64)
    if isLarge { madvise(room, capacity, MADV_HUGEPAGE) }
    do throws(E) {
      let count = try fill(UnsafeMutableRawBufferPointer(start: room, count: capacity))
      self.init(
        start: UnsafeRawPointer(room), count: max(0, min(count, capacity)), owned: room)
    } catch {
      room.deallocate()
      throw error
    }
  }

  private init(start: UnsafeRawPointer, count: Int, owned: UnsafeMutableRawPointer?) {
    self.start = start
    self.count = count
    self.owned = owned
  }

  deinit { owned?.deallocate() }

  /// The 32-bit number at a byte offset that the opener has checked.
  @inline(__always)
  package func load32(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The 64-bit number at a checked byte offset.
  @inline(__always)
  package func load64(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The bytes of a section, copied.
  package func copy(_ range: Range<Int>) -> [UInt8] {
    [UInt8](
      UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(start: start, count: count)[range]))
  }
}
