/// Why annotated data is refused: the file, the line, and what is wrong there.
public struct TrainingDataError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file as it was named.
  public var file: String
  /// Line from 1; 0 where the file as a whole is meant.
  public var line: Int
  /// What is wrong, in a few words.
  public var reason: String

  /// Makes an error.
  public init(file: String, line: Int, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// `data.jsonl:12: an entity ends behind the text`
  public var description: String {
    line > 0 ? "\(file):\(line): \(reason)" : "\(file): \(reason)"
  }
}
