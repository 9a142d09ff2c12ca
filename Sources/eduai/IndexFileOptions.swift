import ArgumentParser
import Corpus

/// The option that names an index, for commands that read one.
struct IndexFileOptions: ParsableArguments {
  @Option(name: .customLong("db"), help: "The index file.", completion: .file())
  var database: String

  /// Opens the index.
  ///
  /// - Throws: the exit status, after a line on standard error, where it cannot be read.
  func open() throws -> IndexFile { try Self.open(database) }

  /// Opens an index; see above.
  static func open(_ database: String) throws -> IndexFile {
    do throws(IndexError) { return try IndexFile.read(database) } catch {
      try ExitStatus.readFailure(error).end()
      throw ExitCode(ExitStatus.someInputsFailed.rawValue)
    }
  }
}

extension ExitStatus {
  /// Tells of an index that cannot be read, and gives the status for it.
  static func readFailure(_ error: IndexError) -> ExitStatus {
    Console(isQuiet: true).failure(error.path, error.reason)
    return error.kind == .missing ? .usage : .someInputsFailed
  }
}
