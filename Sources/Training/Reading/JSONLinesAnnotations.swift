import Entities
import HanText

/// Reads annotated JSON Lines: one object a line with `text` and `entities` (or, as the contract's
/// gold has it, `mentions`), each with `type`, `start` and `end` in scalars; `ignore` spans likewise.
///
/// Types other than person, institution, place and role are passed over. A mention of a person in
/// the contract's gold carries its role as a field, not as a span; such data does not annotate roles.
public enum JSONLinesAnnotations {
  /// Reads a whole file.
  ///
  /// - Throws: `TrainingDataError` naming the first bad line.
  /// - Complexity: O(bytes).
  public static func read(
    _ bytes: [UInt8], file: String
  ) throws(TrainingDataError) -> [AnnotatedSentence] {
    var sentences: [AnnotatedSentence] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      sentences.append(try sentence(parse(Array(line), file: file, line: number), file, number))
    }
    return sentences
  }

  /// Parses one object.
  static func parse(
    _ bytes: [UInt8], file: String, line: Int
  ) throws(TrainingDataError) -> JSONValue {
    let parsed: JSONValue
    do { parsed = try JSONValue(parsing: bytes) } catch {
      throw TrainingDataError(file: file, line: line, reason: "not JSON: \(error.reason)")
    }
    guard case .object = parsed else {
      throw TrainingDataError(file: file, line: line, reason: "not a JSON object")
    }
    return parsed
  }

  /// Turns one object into a sentence.
  static func sentence(
    _ value: JSONValue, _ file: String, _ line: Int
  ) throws(TrainingDataError) -> AnnotatedSentence {
    guard let text = value["text"]?.string.map({ Scalars($0) }) else {
      throw TrainingDataError(file: file, line: line, reason: "no text")
    }
    guard let entities = (value["entities"] ?? value["mentions"])?.array else {
      throw TrainingDataError(file: file, line: line, reason: "no entities")
    }
    var names: [AnnotatedName] = []
    for entity in entities {
      if let name = try name(entity, text: text, file: file, line: line) { names.append(name) }
    }
    names.sort()
    for (first, second) in zip(names, names.dropFirst()) where first.span.overlaps(second.span) {
      throw TrainingDataError(
        file: file, line: line,
        reason: "entities overlap at \(first.span.start) and \(second.span.start)")
    }
    var ignored: [AnnotatedName] = []
    for entity in value["ignore"]?.array ?? [] {
      if let name = try name(entity, text: text, file: file, line: line) { ignored.append(name) }
    }
    return AnnotatedSentence(text: text, names: names, ignored: ignored.sorted())
  }

  private static func name(
    _ entity: JSONValue, text: Scalars, file: String, line: Int
  ) throws(TrainingDataError) -> AnnotatedName? {
    func refuse(_ reason: String) -> TrainingDataError {
      TrainingDataError(file: file, line: line, reason: reason)
    }
    guard let type = entity["type"]?.string, let start = entity["start"]?.int,
      let end = entity["end"]?.int
    else { throw refuse("an entity without type, start or end") }
    guard start >= 0, start < end, end <= text.count else {
      throw refuse("an entity from \(start) to \(end) in a text of \(text.count)")
    }
    if let own = entity["text"]?.string, Scalars(own) != Scalars(text[start..<end]) {
      throw refuse("an entity whose text does not stand at \(start)")
    }
    guard let label = TaggedName.Label(contractName: type) else { return nil }
    return AnnotatedName(span: TextSpan(start, end), label: label)
  }
}
