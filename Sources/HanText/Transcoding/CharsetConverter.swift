import CICU

/// Converts bytes of a named charset to scalars by ICU.
public struct CharsetConverter: ~Copyable {
  private let handle: OpaquePointer
  /// The charset's MIME name, else its IANA name, else ICU's own.
  public let name: String

  /// Opens the charset of that name or alias; `nil` if ICU knows none.
  public init?(charset: String) {
    guard !charset.isEmpty, let handle = eduai_converter_open(charset) else { return nil }
    self.handle = handle
    name = eduai_converter_name(handle).map { String(cString: $0) } ?? charset
  }

  deinit { eduai_converter_close(handle) }

  /// Code units converted at a time.
  private static let unitsAtATime = 1 << 14

  /// Converts a whole buffer; each undecodable sequence becomes one U+FFFD and is counted.
  ///
  /// - Complexity: O(bytes), some 200 MB/s.
  public func decode(_ bytes: [UInt8]) -> DecodedText {
    var result = DecodedText(scalars: [], invalid: 0)
    result.scalars.reserveCapacity(bytes.count / 2)
    var joiner = SurrogateJoiner()
    var consumed: Int64 = 0
    var undecodable: Int64 = 0
    let handle = handle
    withUnsafeTemporaryAllocation(
      of: UInt16.self, capacity: min(bytes.count &+ 64, Self.unitsAtATime)
    ) { units in
      bytes.withUnsafeBufferPointer { bytes in
        var finished: Int32 = 0
        while finished == 0 {
          let written = Int(
            eduai_converter_step(
              handle, bytes.baseAddress, Int64(bytes.count), &consumed, 1, units.baseAddress,
              Int32(truncatingIfNeeded: units.count), &undecodable, &finished))
          guard written >= 0, written <= units.count else { break }
          joiner.append(UnsafeBufferPointer(rebasing: units[0..<written]), to: &result.scalars)
        }
      }
    }
    joiner.finish(&result.scalars)
    // A failure of ICU itself leaves bytes over: they count as undecodable, none is dropped.
    let left = bytes.count - Int(consumed)
    if left > 0 {
      result.scalars.append(contentsOf: repeatElement(replacementScalar, count: left))
      undecodable += Int64(left)
    }
    result.invalid = Int(undecodable)
    return result
  }
}

/// Joins UTF-16 units, which may come in pieces, to scalars.
struct SurrogateJoiner {
  private var high: UInt32 = 0

  /// Appends the scalars of some units; see below.
  mutating func append(_ units: ArraySlice<UInt16>, to scalars: inout Scalars) {
    units.withUnsafeBufferPointer { append($0, to: &scalars) }
  }

  /// Appends the scalars of some units; a lone surrogate becomes U+FFFD.
  mutating func append(_ units: UnsafeBufferPointer<UInt16>, to scalars: inout Scalars) {
    if high == 0, !units.contains(where: { $0 & 0xF800 == 0xD800 }) {
      scalars.append(contentsOf: units.lazy.map { UInt32($0) })
      return
    }
    for unit in units {
      let value = UInt32(unit)
      if high != 0 {
        if value & 0xFC00 == 0xDC00 {
          scalars.append(0x10000 &+ (high & 0x3FF) << 10 &+ (value & 0x3FF))
          high = 0
          continue
        }
        scalars.append(replacementScalar)
        high = 0
      }
      if value & 0xFC00 == 0xD800 {
        high = value
      } else {
        scalars.append(value & 0xFC00 == 0xDC00 ? replacementScalar : value)
      }
    }
  }

  /// Ends the text: a high surrogate left over becomes U+FFFD.
  mutating func finish(_ scalars: inout Scalars) {
    if high != 0 { scalars.append(replacementScalar) }
    high = 0
  }
}
