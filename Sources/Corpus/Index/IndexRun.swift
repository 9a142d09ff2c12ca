import Entities
import Glibc
import HanText
import Pages

/// Brings an index in step with folders: `eduai index` as a library.
public struct IndexRun: Sendable {
  /// What people are told while it runs.
  public enum Event: Sendable {
    /// Something of a folder was left out and may be missed.
    case note(InputFailure)
    /// An input could not be read; the run goes on.
    case failure(InputFailure)
    /// Another process writes the index; the run waits for it.
    case waiting
    /// The tables were of this older version and are of today's now.
    case upgraded(from: Int)
    /// So many documents are done, of so many bytes and files to read.
    case progress(documents: Int, bytesRead: Int, plannedFiles: Int, plannedBytes: Int)
    /// Everything is read: near-duplicates and entities come now.
    case finishing
  }

  /// How articles are cleaned.
  public var cleaner: Cleaner
  /// How they are analysed.
  public var analyzer: Analyzer
  /// The script texts are stored in.
  public var script: ScriptChoice
  /// How inputs are read.
  public var input: InputOptions
  /// Number of worker threads.
  public var jobs: Int
  /// Whether documents that are gone are deleted instead of marked.
  public var prunes = false
  /// Whether to wait while another process writes the index.
  public var waits = false
  /// What the rows depend on.
  public var fingerprint: IndexFingerprint

  /// Makes a run.
  public init(
    cleaner: Cleaner, analyzer: Analyzer, script: ScriptChoice, input: InputOptions, jobs: Int,
    fingerprint: IndexFingerprint
  ) {
    self.cleaner = cleaner
    self.analyzer = analyzer
    self.script = script
    self.input = input
    self.jobs = jobs
    self.fingerprint = fingerprint
  }

  /// Reads what has changed below `paths` into the index at `index`.
  ///
  /// - Parameters:
  ///   - isInterrupted: asked at least ten times a second; after an interrupt the whole documents
  ///     delivered so far are in the index.
  ///   - report: called on the calling thread.
  /// - Throws: `IndexError`; what was committed before stays.
  public func run(
    paths: [String], index: String, isInterrupted: @escaping @Sendable () -> Bool = { false },
    report: (Event) -> Void = { _ in }
  ) throws(IndexError) -> IndexSummary {
    var isTold = false
    let lock = try IndexLock.take(
      index: index, waits: waits,
      isInterrupted: {
        if !isTold { report(.waiting) }
        isTold = true
        return isInterrupted()
      })
    var summary = IndexSummary()
    (summary.version, summary.database) = (fingerprint.version, index)
    summary.started = IndexSummary.now()
    guard let lock else { return summary }
    defer { withExtendedLifetime(lock) {} }
    let file = try IndexFile.write(index)
    do throws(DatabaseError) {
      if let version = try IndexUpgrade(file.database).run() { report(.upgraded(from: version)) }
      try update(file.database, paths, &summary, isInterrupted, report)
      try file.settle()
      return summary
    } catch {
      file.database.rollBack()
      throw IndexError(error, path: index)
    }
  }

  private func update(
    _ database: Database, _ paths: [String], _ summary: inout IndexSummary,
    _ isInterrupted: @escaping @Sendable () -> Bool, _ report: (Event) -> Void
  ) throws(DatabaseError) {
    let listing = InputListing(paths: paths)
    for note in listing.notes { report(.note(note)) }
    try SearchTable.renew(in: database)
    let plan = try IndexPlan(
      listing, roots: paths, fingerprint: fingerprint.number, in: database)
    summary.files = listing.files.count
    summary.unchangedFiles = plan.unchanged
    let finish = IndexFinish(database: database)
    try finish.beginFilling(files: plan.tasks.count)
    let run = try beginRun(database, paths: paths)
    let wasComplete = try finish.isComplete()
    // `IndexWriter` keeps them.
    try database.execute("PRAGMA foreign_keys = OFF")
    let delivery = IndexDelivery(
      writer: try IndexWriter(database, fingerprint: fingerprint.number, run: run),
      tasks: plan.tasks, plannedBytes: plan.bytes)
    delivery.summary = summary
    try delivery.fail(listing.failures, report)
    delivery.tell(plan.failures, report)
    let end = try deliver(plan, to: delivery, isInterrupted, report)
    summary = delivery.summary
    try delivery.writer.commit()
    try database.execute("PRAGMA foreign_keys = ON")
    guard end == .finished else { return }
    try database.transaction { () throws(DatabaseError) in
      try finish.endFilling()
      try finish.settleFiles(plan, prunes: prunes, &summary)
      if delivery.hasChanged || finish.hasChanged || !wasComplete {
        report(.finishing)
        try finish.deriveAll()
      }
      try finish.count(&summary)
      summary.isComplete = true
      summary.finished = IndexSummary.now()
      try finishRun(database, run, summary)
    }
  }

  /// Reads and analyses on worker threads, writes on this one.
  private func deliver(
    _ plan: IndexPlan, to delivery: IndexDelivery,
    _ isInterrupted: @escaping @Sendable () -> Bool, _ report: (Event) -> Void
  ) throws(DatabaseError) -> OrderedRun.End {
    let feed = Monitor(IndexFeed(plan.tasks, options: input))
    let worker = IndexWorker(cleaner: cleaner, analyzer: analyzer, script: script)
    var failure: DatabaseError?
    let end = OrderedRun(jobs: jobs).run(
      next: { feed.withLock { $0.next() } },
      worker: {
        let breaker = SentenceBreaker()
        return { worker.output(of: $0, breaker) }
      },
      isInterrupted: isInterrupted,
      deliver: { output in
        do throws(DatabaseError) {
          try delivery.take(output, report)
          return true
        } catch {
          failure = error
          return false
        }
      })
    if let failure { throw failure }
    return end
  }

  private func beginRun(_ database: Database, paths: [String]) throws(DatabaseError) -> Int {
    let insert = try database.prepare(
      "INSERT INTO runs (started, version, model, lexicon, options) VALUES (?, ?, ?, ?, ?)")
    try insert.bind(IndexSummary.now(), at: 1)
    try insert.bind(fingerprint.version, at: 2)
    try insert.bind(fingerprint.model, at: 3)
    try insert.bind(fingerprint.lexicon, at: 4)
    try insert.bind(fingerprint.options, at: 5)
    try insert.run()
    return database.lastInsertedID
  }

  private func finishRun(
    _ database: Database, _ run: Int, _ summary: IndexSummary
  ) throws(DatabaseError) {
    let update = try database.prepare(
      """
      UPDATE runs SET finished = ?, added = ?, changed = ?, unchanged = ?, vanished = ?, failed = ?
      WHERE id = ?
      """)
    try update.bind(summary.finished, at: 1)
    try update.bind(summary.added, at: 2)
    try update.bind(summary.changed, at: 3)
    try update.bind(summary.unchangedFiles, at: 4)
    try update.bind(summary.vanished, at: 5)
    try update.bind(summary.failures.count, at: 6)
    try update.bind(run, at: 7)
    try update.run()
  }
}
