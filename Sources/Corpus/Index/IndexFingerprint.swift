/// What the rows of a document depend on besides its bytes. Documents made with another
/// fingerprint are analysed again.
public struct IndexFingerprint: Sendable, Equatable {
  /// Version of the program.
  public var version: String
  /// Digest of the name model.
  public var model: String
  /// Digest of the user's lexicon.
  public var lexicon: String?
  /// The options, as a JSON object.
  public var options: String

  /// Makes a fingerprint.
  public init(version: String, model: String, lexicon: String?, options: String) {
    self.version = version
    self.model = model
    self.lexicon = lexicon
    self.options = options
  }

  /// The fingerprint as a column holds it.
  var number: Int {
    var hash = SHA256()
    for part in [version, model, lexicon ?? "", options] { hash.add(part) }
    return hash.finish().prefix(8).reduce(0) { $0 << 8 | Int($1) }
  }

  /// A digest of a model or lexicon, 16 hexadecimal digits: fast, and against accident only.
  ///
  /// - Complexity: O(bytes), several GB/s.
  public static func digest(_ bytes: UnsafeRawBufferPointer) -> String {
    var hash = UInt64(bytes.count) ^ 0x9E37_79B9_7F4A_7C15
    var at = 0
    while at + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let (high, low) = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      hash = high ^ low &+ 0x9E37_79B9_7F4A_7C15
      at += 8
    }
    while at < bytes.count {
      hash = (hash ^ UInt64(bytes[at])) &* 0x100_0000_01B3
      at += 1
    }
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 29
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }
}
