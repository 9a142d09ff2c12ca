import Glibc
import Pages

/// One step of reading the files of a plan: a record or failure, and whether its file begins or
/// ends with it.
struct IndexInput: Sendable {
  /// What was read.
  enum Content: Sendable {
    /// A record of the file, and the hash of what the index has in its place.
    case record(InputRecord, known: [UInt8]?)
    /// Something of the file that is no article.
    case failure(InputFailure)
    /// The file cannot be read at all, now: what the index has of it stays.
    case unreadable(InputFailure)
    /// The file holds nothing.
    case nothing
  }

  /// Number of the task.
  let task: Int
  /// Place in the file.
  let ordinal: Int
  let content: Content
  /// Whether the file begins with this.
  let begins: Bool
  /// Set where the file ends with this.
  var end: FileEnd?
  /// Bytes of input read so far.
  var bytesRead = 0
}

/// How a file was when it had been read to its end.
struct FileEnd: Sendable {
  let size: Int?
  /// Its modification time, where it can be trusted to show the next change.
  let modified: Int?
  /// Set where the file changed all the time: what was read may be of two versions.
  var failure: InputFailure?
}

/// Reads the files of a plan one record at a time. For one thread at a time.
final class IndexFeed {
  private let tasks: [IndexPlan.Task]
  private let options: InputOptions
  private var nextTask = 0
  private var current: OpenFile?
  private var finishedBytes = 0

  /// A file that is being read, a record ahead, so that the last one is known as the last.
  private struct OpenFile {
    let task: Int
    let reader: InputReader
    let stamp: FileStamp?
    let isSecondReading: Bool
    var ordinal = 0
    var ahead: Result<InputRecord, InputFailure>?
    /// Place in `known`.
    var nextKnown = 0
  }

  init(_ tasks: [IndexPlan.Task], options: InputOptions) {
    self.tasks = tasks
    self.options = options
  }

  /// The next step; `nil` when all files are read.
  func next() -> IndexInput? {
    while true {
      if current != nil {
        if let input = step() { return input }
        continue
      }
      guard nextTask < tasks.count else { return nil }
      nextTask += 1
      if let input = begin(nextTask - 1, isSecondReading: false) { return input }
    }
  }

  /// Opens a file; gives a step where that is all there is to it.
  private func begin(_ task: Int, isSecondReading: Bool) -> IndexInput? {
    let file = tasks[task].file
    if let reason = file.reasonUnreadable() {
      let failure = InputFailure(document: file.name, reason: reason)
      return IndexInput(
        task: task, ordinal: 0, content: .unreadable(failure), begins: true,
        end: FileEnd(size: nil, modified: nil))
    }
    let stamp = file.stamp()
    let reader = InputReader(file, options: options)
    var open = OpenFile(
      task: task, reader: reader, stamp: stamp, isSecondReading: isSecondReading)
    open.ahead = reader.next()
    current = open
    return nil
  }

  /// The record read ahead, once what follows it is known.
  private func step() -> IndexInput? {
    guard var open = current else { return nil }
    let content: IndexInput.Content
    switch open.ahead {
    case .success(let record): content = .record(record, known: known(&open))
    case .failure(let failure): content = .failure(failure)
    case nil: content = .nothing
    }
    let ordinal = open.ordinal
    open.ahead = open.ahead == nil ? nil : open.reader.next()
    open.ordinal += 1
    var input = IndexInput(
      task: open.task, ordinal: ordinal, content: content, begins: ordinal == 0)
    if open.ahead != nil {
      current = open
      input.bytesRead = finishedBytes + open.reader.bytesRead
      return input
    }
    finishedBytes += open.reader.bytesRead
    current = nil
    let stamp = tasks[open.task].file.stamp()
    let isSame = tasks[open.task].file.isStandardInput || stamp == open.stamp
    if !isSame, !open.isSecondReading {
      // Written while it was read: once more, from the beginning.
      return begin(open.task, isSecondReading: true)
    }
    input.end = FileEnd(size: stamp?.size, modified: stamp.flatMap(Self.trusted))
    if !isSame {
      input.end?.failure = InputFailure(
        document: tasks[open.task].file.name,
        reason: "changed while it was read; the next run reads it again")
    }
    input.bytesRead = finishedBytes
    return input
  }

  /// The hash of what the index has at the current ordinal.
  private func known(_ open: inout OpenFile) -> [UInt8]? {
    // After a first reading the index may have been given other rows.
    guard !open.isSecondReading else { return nil }
    let known = tasks[open.task].known
    while open.nextKnown < known.count, known[open.nextKnown].ordinal < open.ordinal {
      open.nextKnown += 1
    }
    guard open.nextKnown < known.count, known[open.nextKnown].ordinal == open.ordinal else {
      return nil
    }
    return known[open.nextKnown].hash
  }

  /// The modification time, unless it is so young that the file may change again and keep it: file
  /// systems round it, some to two seconds.
  private static func trusted(_ stamp: FileStamp) -> Int? {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int(now.tv_sec) - stamp.modified / 1_000_000_000 > 2 ? stamp.modified : nil
  }
}
