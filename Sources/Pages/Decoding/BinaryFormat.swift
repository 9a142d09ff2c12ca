import Glibc
import HanText

/// Tells files that hold no text.
public enum BinaryFormat {
  /// First bytes of common formats.
  private static let signatures: [(start: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "a PDF file"),
    (Array("PK\u{3}\u{4}".utf8), "a zip archive or office document"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old office document"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"), (Array("GIF8".utf8), "a GIF image"),
    (Array("RIFF".utf8), "a sound, image or video file"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"), ([0x1F, 0x8B, 0x08], "gzip data"),
    (Array("BZh9".utf8), "bzip2 data"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz data"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"), (Array("Rar!\u{1A}".utf8), "a rar archive"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
    (Array("SQLite format 3\0".utf8), "an SQLite database"),
    (Array("OggS".utf8), "a sound or video file"), (Array("ID3".utf8), "a sound file"),
    ([0x00, 0x00, 0x01, 0x00], "an icon"), (Array("wOFF".utf8), "a font"),
    (Array("wOF2".utf8), "a font"),
  ]

  /// Whether a signature begins with a byte; by byte.
  private static let opensSignature: [Bool] = (UInt8(0)...255).map { byte in
    signatures.contains { $0.start.first == byte }
  }

  /// What the bytes look like by their first ones, with its article; `nil` if nothing known.
  public static func name(of bytes: some Collection<UInt8>) -> String? {
    guard let first = bytes.first, opensSignature[Int(first)] else { return nil }
    return signatures.first { bytes.starts(with: $0.start) }?.name
  }

  /// Whether single-byte or multi-byte text is ruled out by the control characters that text does
  /// not have: more than one in a hundred bytes. A few NULs stand in many a crawled page.
  ///
  /// - Complexity: O(bytes).
  static func hasControls(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { ByteCount.controls(in: $0) } * 100 > bytes.count
  }

  /// Whether a NUL stands among the bytes.
  static func holdsNUL(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return false }
      return memchr(start, 0, bytes.count) != nil
    }
  }
}
