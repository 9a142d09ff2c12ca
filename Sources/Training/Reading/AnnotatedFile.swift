import Entities
import HanText

/// An annotated file in any of the formats that training and evaluation read.
public struct AnnotatedFile: Sendable {
  /// Its sentences; of the contract's gold, the paragraphs.
  public var sentences: [AnnotatedSentence]
  /// The types it can be expected to annotate.
  public var annotated: Set<TaggedName.Label>

  /// Reads a file, telling its format by its first lines: the contract's gold (one JSON object over
  /// several lines), JSON Lines with offsets, or two columns.
  ///
  /// - Throws: `TrainingDataError` naming file and line.
  /// - Complexity: O(bytes).
  public init(_ bytes: [UInt8], file: String) throws(TrainingDataError) {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let firstLine = bytes.prefix { $0 != 0x0A }
    if bytes.first(where: { $0 > 0x20 }) != UInt8(ascii: "{") {
      sentences = try ColumnAnnotations.read(bytes, file: file)
    } else if (try? JSONValue(parsing: Array(firstLine))) == nil,
      let gold = try? JSONValue(parsing: bytes)
    {
      let whole = try JSONLinesAnnotations.sentence(gold, file, 1)
      sentences = whole.paragraphs()
    } else {
      sentences = try JSONLinesAnnotations.read(bytes, file: file)
    }
    if sentences.isEmpty {
      throw TrainingDataError(file: file, line: 0, reason: "no annotated sentences")
    }
    annotated = [.person, .institution, .place]
    if sentences.contains(where: { $0.names.contains { $0.label == .role } }) {
      annotated.insert(.role)
    }
  }
}

extension AnnotatedSentence {
  /// The lines of the text as sentences of their own.
  func paragraphs() -> [AnnotatedSentence] {
    var result: [AnnotatedSentence] = []
    var start = 0
    for end in 0...text.count where end == text.count || text[end] == 0x0A {
      if end > start {
        result.append(
          AnnotatedSentence(
            text: Scalars(text[start..<end]), names: Self.move(names, start, end),
            ignored: Self.move(ignored, start, end)))
      }
      start = end + 1
    }
    return result
  }

  private static func move(_ names: [AnnotatedName], _ start: Int, _ end: Int) -> [AnnotatedName] {
    names.filter { $0.span.start >= start && $0.span.end <= end }.map {
      AnnotatedName(
        span: TextSpan($0.span.start - start, $0.span.end - start), label: $0.label)
    }
  }
}
