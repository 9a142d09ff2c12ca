import Entities

/// Which files a model is trained on and how: a table with one line a file.
///
/// Columns, tabs between: the file's name, relative to the data folder; the corpus it belongs to
/// (files of one corpus share their habits of annotation); the types it annotates, commas between;
/// the corpus's share in the written model; and its use: `train`, `dev`, or `dev/N` for every N-th
/// sentence for development and the others for training. `#` lines are comments.
public struct TrainingPlan: Sendable {
  /// One line.
  public struct Entry: Sendable, Equatable {
    /// The file, relative to the data folder.
    public var file: String
    /// The corpus it belongs to.
    public var corpus: String
    /// The types it annotates.
    public var annotated: Set<TaggedName.Label>
    /// How much of the corpus's habits the model takes on.
    public var share: Float
    /// Every how many-th sentence is for development: 0 for none, 1 for all.
    public var developmentEvery: Int
  }

  /// The lines in their order.
  public var entries: [Entry]

  /// Reads a plan.
  ///
  /// - Throws: `TrainingDataError` naming the first bad line.
  public init(_ bytes: [UInt8], file: String) throws(TrainingDataError) {
    entries = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let columns = String(decoding: line, as: UTF8.self).split(separator: "\t").map(String.init)
      func refuse(_ reason: String) -> TrainingDataError {
        TrainingDataError(file: file, line: number, reason: reason)
      }
      guard columns.count == 5 else { throw refuse("\(columns.count) columns, 5 expected") }
      var annotated: Set<TaggedName.Label> = []
      for name in columns[2].split(separator: ",") {
        guard let label = TaggedName.Label(contractName: String(name)) else {
          throw refuse("unknown type \(name)")
        }
        annotated.insert(label)
      }
      guard let share = Float(columns[3]), share >= 0, share <= 1 else {
        throw refuse("the share \(columns[3]) is not from 0 to 1")
      }
      guard let every = Self.developmentEvery(columns[4]) else {
        throw refuse("the use \(columns[4]) is not train, dev or dev/N")
      }
      entries.append(
        Entry(
          file: columns[0], corpus: columns[1], annotated: annotated, share: share,
          developmentEvery: every))
    }
    guard !entries.isEmpty else {
      throw TrainingDataError(file: file, line: 0, reason: "an empty plan")
    }
  }

  private static func developmentEvery(_ use: String) -> Int? {
    if use == "train" { return 0 }
    if use == "dev" { return 1 }
    guard use.hasPrefix("dev/"), let every = Int(use.dropFirst(4)), every > 1 else { return nil }
    return every
  }

  /// Reads the files of the plan into corpora.
  ///
  /// - Parameters:
  ///   - everything: train also on what is set apart for development, as for a model to ship.
  ///   - read: the bytes of a file.
  /// - Throws: what `read` throws, or `TrainingDataError`.
  public func corpora(
    everything: Bool = false, read: (String) throws -> [UInt8]
  ) throws -> (training: [TrainingCorpus], development: [TrainingCorpus]) {
    var training: [TrainingCorpus] = []
    var development: [TrainingCorpus] = []
    for entry in entries {
      let file = try AnnotatedFile(read(entry.file), file: entry.file)
      let every = entry.developmentEvery
      let held = every == 0 ? [] : file.sentences.enumerated().filter { $0.offset % every == 0 }
      let kept =
        every == 0 || everything
        ? Array(file.sentences.enumerated())
        : file.sentences.enumerated().filter { $0.offset % every != 0 }
      Self.add(kept.map(\.element), of: entry, to: &training)
      Self.add(held.map(\.element), of: entry, to: &development)
    }
    return (training, development)
  }

  private static func add(
    _ sentences: [AnnotatedSentence], of entry: Entry, to corpora: inout [TrainingCorpus]
  ) {
    guard !sentences.isEmpty else { return }
    if let k = corpora.firstIndex(where: { $0.name == entry.corpus }),
      corpora[k].annotated == entry.annotated
    {
      corpora[k].sentences.append(contentsOf: sentences)
    } else {
      corpora.append(
        TrainingCorpus(
          name: entry.corpus, sentences: sentences, annotated: entry.annotated,
          share: entry.share))
    }
  }

  /// Corpora made of files alone, without a plan: one corpus, every tenth sentence for development.
  public static func corpora(
    of files: [(name: String, bytes: [UInt8])]
  ) throws(TrainingDataError) -> (training: [TrainingCorpus], development: [TrainingCorpus]) {
    var sentences: [AnnotatedSentence] = []
    var annotated: Set<TaggedName.Label> = []
    for (name, bytes) in files {
      let file = try AnnotatedFile(bytes, file: name)
      sentences.append(contentsOf: file.sentences)
      annotated.formUnion(file.annotated)
    }
    guard sentences.count >= 2 else {
      throw TrainingDataError(
        file: files.first?.name ?? "", line: 0, reason: "too few annotated sentences")
    }
    let all = sentences.enumerated()
    let held = all.filter { $0.offset % 10 == 0 }.map(\.element)
    let kept = all.filter { $0.offset % 10 != 0 }.map(\.element)
    return (
      [TrainingCorpus(name: "user", sentences: kept, annotated: annotated, share: 1)],
      [TrainingCorpus(name: "user", sentences: held, annotated: annotated, share: 1)]
    )
  }
}
