import Entities
import HanText

/// Fields of a delimited table, written one behind the other: the same bytes as `DelimitedWriter`
/// makes of cells, without a cell in between. Most fields need neither quotes nor an apostrophe,
/// which one look at each byte tells; the others go through the writer.
///
/// Owns its memory, whose every use is bounded by `reserve`.
struct FieldBytes: ~Copyable {
  private let writer: DelimitedWriter
  private let separator: UInt8
  /// Marks of bytes that keep a field from being written as it is.
  private let special: UInt8
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Bytes written.
  private(set) var count = 0
  private var scratch: [UInt8] = []

  init(writer: DelimitedWriter) {
    self.writer = writer
    separator = writer.format == .csv ? UInt8(ascii: ",") : UInt8(ascii: "\t")
    special = writer.format == .csv ? Marks.quoted : Marks.cleaned
    capacity = 1 << 14
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  /// What has been written.
  var bytes: [UInt8] { [UInt8](UnsafeBufferPointer(start: start, count: count)) }

  /// What a byte is to a field, a bit each.
  private enum Marks {
    static let quoted: UInt8 = 1
    static let cleaned: UInt8 = 2
    /// No digit, sign, separator or space.
    static let wordly: UInt8 = 4
    static let digit: UInt8 = 8
    /// May open a formula; the writer looks closer.
    static let opening: UInt8 = 16

    static let of: [UInt8] = {
      var marks = [UInt8](repeating: wordly, count: 256)
      for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { marks[Int(byte)] = digit }
      for byte in ".,-+%Ee ".utf8 { marks[Int(byte)] = 0 }
      for byte in "\",\n\r".utf8 { marks[Int(byte)] |= quoted }
      for byte in "\t\n\r".utf8 { marks[Int(byte)] |= cleaned }
      for byte in " =@\t\r+-".utf8 { marks[Int(byte)] |= opening }
      // Full-width signs begin with EF.
      marks[0xEF] |= opening
      return marks
    }()
  }

  /// Makes room for so many bytes more.
  private mutating func reserve(_ more: Int) {
    guard capacity - count < more else { return }
    let larger = max(2 * capacity, count + more)
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    fresh.update(from: start, count: count)
    start.deallocate()
    start = fresh
    capacity = larger
  }

  private mutating func put(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count += 1
  }

  /// Ends a field that another one follows, and so many empty ones behind it.
  mutating func separate(_ empty: Int = 0) {
    reserve(1 + empty)
    (start + count).update(repeating: separator, count: 1 + empty)
    count += 1 + empty
  }

  /// Ends the row.
  mutating func endRow() {
    if writer.format == .csv { put(0x0D) }
    put(0x0A)
  }

  /// A text.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(utf8: $0) }
  }

  /// A text, or nothing.
  mutating func add(_ text: String?) {
    if let text { add(text) }
  }

  private mutating func add(utf8: UnsafeBufferPointer<UInt8>) {
    guard let base = utf8.baseAddress, utf8.count > 0 else { return }
    reserve(utf8.count)
    (start + count).update(from: base, count: utf8.count)
    count += utf8.count
    protect(utf8.count)
  }

  /// A passage of an article.
  mutating func add(_ passage: ArraySlice<UInt32>) {
    reserve(4 * passage.count)
    let room = UnsafeMutableBufferPointer(start: start + count, count: capacity - count)
    let length = UTF8Text.encode(passage, into: room)
    count += length
    protect(length)
  }

  /// A field that stands here already, finished.
  mutating func repeatField(_ field: Range<Int>) {
    guard field.lowerBound >= 0, field.upperBound <= count else { return }
    reserve(field.count)
    (start + count).update(from: start + field.lowerBound, count: field.count)
    count += field.count
  }

  /// A whole number.
  mutating func add(_ number: Int) {
    if number < 0 { put(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var length = 1
    var above = rest / 10
    while above > 0 {
      length += 1
      above /= 10
    }
    reserve(length)
    for place in stride(from: count + length - 1, through: count, by: -1) {
      start[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
  }

  /// A decimal number; most are whole.
  mutating func add(_ number: ExactDecimal) {
    guard number.exponent >= 0, let digits = Int(exactly: number.digits) else {
      add(Cell.decimal(number))
      return
    }
    add(digits)
    for _ in 0..<number.exponent { put(UInt8(ascii: "0")) }
  }

  /// Any cell, by the writer.
  mutating func add(_ cell: Cell) {
    if case .empty = cell { return }
    scratch.removeAll(keepingCapacity: true)
    writer.append(field: cell, to: &scratch)
    replaceLast(0)
  }

  /// Makes a field of the last bytes written.
  private mutating func protect(_ length: Int) {
    guard length > 0 else { return }
    let text = UnsafeBufferPointer(start: start + (count - length), count: length)
    let found = Marks.of.withUnsafeBufferPointer { marks in
      var found: UInt8 = marks[Int(text[0])] & Marks.opening
      for byte in text { found |= marks[Int(byte)] & ~Marks.opening }
      return found
    }
    let isNumber = found & (Marks.digit | Marks.wordly) == Marks.digit
    guard found & (special | Marks.opening) != 0 || isNumber else { return }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: text)
    writer.protect(0, in: &scratch)
    replaceLast(length)
  }

  /// Puts `scratch` in place of the last bytes.
  private mutating func replaceLast(_ length: Int) {
    count -= length
    reserve(scratch.count)
    let to = start + count
    scratch.withUnsafeBufferPointer { scratch in
      if let from = scratch.baseAddress { to.update(from: from, count: scratch.count) }
    }
    count += scratch.count
  }
}
