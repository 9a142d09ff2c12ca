/// Text as its Unicode scalars, one element each, so that an array index is the contract's offset.
///
/// Elements are always valid scalars (0...0xD7FF, 0xE000...0x10FFFF): decoding replaces anything
/// else by U+FFFD.
public typealias Scalars = [UInt32]

/// U+FFFD, which stands for bytes that could not be decoded.
public let replacementScalar: UInt32 = 0xFFFD

extension Scalars {
  /// The scalars of a string.
  ///
  /// - Complexity: O(length).
  public init(_ string: String) {
    var string = string
    self = string.withUTF8 { UTF8Text.decode($0).scalars }
  }

  /// The scalars inside a span.
  public subscript(span: TextSpan) -> ArraySlice<UInt32> { self[span.range] }
}

extension String {
  /// A string of the given scalars; values that are not scalars become U+FFFD.
  ///
  /// - Complexity: O(length).
  public init(scalars: some Sequence<UInt32>) {
    let done: String? = scalars.withContiguousStorageIfAvailable { UTF8Text.string($0) }
    self = done ?? Array(scalars).withUnsafeBufferPointer { UTF8Text.string($0) }
  }

  /// A string of all scalars of an array; see above.
  public init(scalars: Scalars) {
    self = scalars.withUnsafeBufferPointer { UTF8Text.string($0) }
  }

  /// A string of a stretch of scalars; see above.
  public init(scalars: ArraySlice<UInt32>) {
    self = scalars.withUnsafeBufferPointer { UTF8Text.string($0) }
  }
}

/// The scalar of a one-scalar literal, so that code can name characters: `text[i] == u("万")`.
///
/// Folded to a constant by the optimiser when the argument is a literal.
@inlinable @inline(__always)
public func u(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value }
