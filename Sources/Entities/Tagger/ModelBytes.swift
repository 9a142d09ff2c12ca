/// The bytes of a model: those embedded in the program, never copied, or a file's, owned.
///
/// Reads are unaligned and little-endian. Offsets are checked once, when the model is opened.
package final class ModelBytes: @unchecked Sendable {
  // Sendable because the bytes are written only in `init` and freed only in `deinit`.
  private let start: UnsafeRawPointer
  /// Number of bytes.
  package let count: Int
  private let owned: UnsafeMutableRawPointer?

  /// Views bytes that live as long as the process.
  package init(embedded: UnsafeRawBufferPointer) {
    let empty = UnsafeMutableRawPointer.allocate(byteCount: 16, alignment: 16)
    start = embedded.baseAddress ?? UnsafeRawPointer(empty)
    count = embedded.baseAddress == nil ? 0 : embedded.count
    owned = empty
  }

  /// Copies bytes.
  package init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(16, bytes.count), alignment: 64)
    bytes.withUnsafeBytes { source in
      if let from = source.baseAddress { copy.copyMemory(from: from, byteCount: source.count) }
    }
    start = UnsafeRawPointer(copy)
    count = bytes.count
    owned = copy
  }

  deinit { owned?.deallocate() }

  /// The byte at a checked offset.
  @inline(__always)
  package func load8(_ offset: Int) -> UInt8 {
    start.load(fromByteOffset: offset, as: UInt8.self)
  }

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

  /// Eight 32-bit numbers at a checked byte offset.
  @inline(__always)
  package func loadBucket(_ offset: Int) -> SIMD8<UInt32> {
    start.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt32>.self)
  }

  /// Sixteen weights at a checked byte offset.
  @inline(__always)
  package func loadRow(_ offset: Int) -> SIMD16<Int8> {
    start.loadUnaligned(fromByteOffset: offset, as: SIMD16<Int8>.self)
  }

  /// The bytes of a section, copied.
  package func copy(_ range: Range<Int>) -> [UInt8] {
    [UInt8](
      UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(start: start, count: count)[range]))
  }
}
