import Glibc
import Pages

/// Takes the workers' outputs in input order and writes them, a batch a transaction.
final class IndexDelivery {
  let writer: IndexWriter
  private let tasks: [IndexPlan.Task]
  private let plannedBytes: Int
  var summary = IndexSummary()
  /// Whether any document or failure of the index is another one than before.
  private(set) var hasChanged = false
  /// The file that is being delivered: its row, and whether anything of it failed.
  private var file = 0
  private var task = -1
  private var isNew = false
  /// Whether the file is new and its one document all there is to say of it.
  private var isWhole = false
  private var isFailed = false
  private var isUnreadable = false
  private var documents = 0
  private var batchBegan = 0.0

  private let began = IndexDelivery.now()

  /// A batch is committed after so many documents, or as much time again as the run had taken before
  /// it, but after so many seconds: what a kill can cost. Larger batches make fewer, larger pieces of
  /// full text to be merged, and write pages that many documents share once.
  private static let batchDocuments = 2000
  private static let batchSeconds = (least: 1.0, most: 5.0)

  init(writer: IndexWriter, tasks: [IndexPlan.Task], plannedBytes: Int) {
    self.writer = writer
    self.tasks = tasks
    self.plannedBytes = plannedBytes
  }

  /// Notes paths that could not be listed.
  func fail(
    _ failures: [InputFailure], _ report: (IndexRun.Event) -> Void
  ) throws(DatabaseError) {
    for failure in failures {
      try begin()
      let file = try writer.beginFile(
        try writer.file(path: failure.document), path: failure.document)
      try writer.setFile(file, size: nil, modified: nil, state: "failed")
      self.file = file
      try fail(failure, 0, report)
    }
  }

  /// Names files that the index cannot tell apart.
  func tell(_ failures: [InputFailure], _ report: (IndexRun.Event) -> Void) {
    for failure in failures {
      summary.failures.append((failure.document, failure.reason))
      report(.failure(failure))
    }
  }

  /// Writes one output.
  func take(
    _ output: IndexOutput, _ report: (IndexRun.Event) -> Void
  ) throws(DatabaseError) {
    try begin()
    let task = tasks[output.task]
    if output.begins {
      // A file that changed while it was read begins twice.
      let isSecondReading = output.task == self.task
      (isFailed, isUnreadable) = (false, false)
      isNew = task.id == nil && !isSecondReading
      let end = isNew ? output.endOfOnlyDocument : nil
      isWhole = end != nil
      file = try writer.beginFile(
        isSecondReading ? file : task.id, path: task.file.name, end: end)
      self.task = output.task
    }
    switch output.content {
    case .nothing: _ = try removed(output)
    case .kept: summary.kept += 1
    case .rows(let rows):
      try markChanged()
      documents += 1
      let isReplaced = try writer.put(
        rows, file: file, ordinal: output.ordinal, isNewFile: isNew)
      if isReplaced { summary.changed += 1 } else { summary.added += 1 }
    case .failure(let failure):
      try fail(failure, output.ordinal, report)
      _ = try removed(output)
    case .unreadable(let failure):
      isUnreadable = true
      try fail(failure, output.ordinal, report)
    }
    if let end = output.end, !isWhole { try finish(end, output, report) }
    if isBatchFull { try writer.commit() }
    report(
      .progress(
        documents: documents, bytesRead: output.bytesRead, plannedFiles: tasks.count,
        plannedBytes: plannedBytes))
  }

  private var isBatchFull: Bool {
    if writer.pending >= Self.batchDocuments { return true }
    let now = Self.now()
    let share = (now - began) / 2
    return now - batchBegan > min(max(share, Self.batchSeconds.least), Self.batchSeconds.most)
  }

  private func begin() throws(DatabaseError) {
    if writer.isIdle {
      batchBegan = Self.now()
      try writer.begin()
    }
  }

  /// Notes, with the first change of the run, that what is derived does not hold any more.
  private func markChanged() throws(DatabaseError) {
    if !hasChanged { try writer.markIncomplete() }
    hasChanged = true
  }

  /// Removes what the index has in the place of an output.
  private func removed(_ output: IndexOutput) throws(DatabaseError) -> Bool {
    let isRemoved = try writer.remove(file: file, ordinal: output.ordinal)
    if isRemoved {
      try markChanged()
      summary.removed += 1
    }
    return isRemoved
  }

  private func fail(
    _ failure: InputFailure, _ ordinal: Int, _ report: (IndexRun.Event) -> Void
  ) throws(DatabaseError) {
    isFailed = true
    try writer.fail(
      file: file, ordinal: ordinal, subject: failure.document, reason: failure.reason)
    summary.failures.append((failure.document, failure.reason))
    report(.failure(failure))
  }

  /// Ends a file: what it does not have any more goes.
  private func finish(
    _ end: FileEnd, _ output: IndexOutput, _ report: (IndexRun.Event) -> Void
  ) throws(DatabaseError) {
    if let failure = end.failure { try fail(failure, output.ordinal + 1, report) }
    if !isNew, !isUnreadable {
      let removed = try writer.removeDocuments(file: file, from: output.ordinal + 1)
      summary.removed += removed
      let returned = try writer.returnDocuments(file: file)
      if removed + returned > 0 { try markChanged() }
    }
    try writer.setFile(
      file, size: end.size, modified: isFailed ? nil : end.modified,
      state: isFailed ? "failed" : "read")
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
