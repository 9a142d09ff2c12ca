import HanText

/// Reads articles from files, folders and standard input, one at a time, in order.
///
/// Nothing is opened before its turn, and no more than one record is in memory: JSON Lines of any
/// size are read in constant memory. What cannot be read is a value, never the end of the run.
/// Not for use by several threads at once.
public final class InputReader {
  private let options: InputOptions
  private let plan: InputPlan
  private var survey: TemplateSurvey
  private var nextEntry = 0
  private var stream: ByteStream?
  private var records: RecordSource?
  private var finishedBytes = 0
  /// Hashes of the ids of JSON lines so far, to tell repeated ones: 8 bytes each, not the ids.
  private var ids: Set<UInt64> = []
  /// Files read to their end, or given up.
  public private(set) var filesRead = 0

  /// A file that holds many records.
  private enum RecordSource {
    case lines(JSONLinesReader)
    case archive(WebArchiveReader)
  }

  /// Lists the paths; `-` is standard input.
  ///
  /// - Complexity: O(files below the folders).
  public init(paths: [String], options: InputOptions = InputOptions()) {
    self.options = options
    plan = InputPlan(paths: paths)
    survey = TemplateSurvey(options: options)
  }

  /// Reads one file of a listing.
  public init(_ file: InputListing.File, options: InputOptions = InputOptions()) {
    self.options = options
    plan = InputPlan(file.entry)
    survey = TemplateSurvey(options: options)
  }

  /// Number of files to read, standard input counted as one.
  public var plannedFiles: Int { plan.files }
  /// Bytes on disk of the files to read; standard input counts nothing.
  public var plannedBytes: Int { plan.bytes }
  /// Bytes read so far, of compressed files the compressed ones.
  public var bytesRead: Int { finishedBytes + (stream?.bytesRead ?? 0) }
  /// What was left out of folders and may be missed: pipes, devices, folders met twice.
  public var notes: [InputFailure] { plan.notes }

  /// The next record, or what could not be read, or `nil` when all is read.
  public func next() -> Result<InputRecord, InputFailure>? {
    while true {
      if let result = nextOfFile() { return result }
      closeFile()
      guard nextEntry < plan.entries.count else { return nil }
      let entry = plan.entries[nextEntry]
      nextEntry += 1
      switch entry {
      case .failure(let failure): return .failure(failure)
      case .standardInput:
        if let result = begin(ByteStream(standardInput: ()), "stdin", nil) { return result }
      case .file(let path, _, let format):
        do {
          if let result = begin(try ByteStream(path), path.name, format) { return result }
        } catch {
          filesRead += 1
          return .failure(InputFailure(document: path.name, reason: error.reason))
        }
      }
    }
  }

  private func nextOfFile() -> Result<InputRecord, InputFailure>? {
    switch records {
    case .lines(var reader):
      records = nil
      defer { records = .lines(reader) }
      return reader.next { id in ids.insert(Self.hash(id)).inserted }
    case .archive(var reader):
      records = nil
      defer { records = .archive(reader) }
      return reader.next { name in ids.insert(Self.hash(name)).inserted }
    case nil: return nil
    }
  }

  private func closeFile() {
    guard let stream else { return }
    finishedBytes += stream.bytesRead
    filesRead += 1
    self.stream = nil
    records = nil
  }

  /// Starts on a file: reads it whole, or sets up `records` and returns `nil`.
  private func begin(
    _ stream: ByteStream, _ name: String, _ named: InputFormat?
  ) -> Result<InputRecord, InputFailure>? {
    self.stream = stream
    var bytes: [UInt8] = []
    do throws(StreamFailure) {
      _ = try stream.read(into: &bytes)
      let format =
        options.format != .auto ? options.format : named ?? ContentSniffer.format(of: bytes)
      switch format {
      case .jsonl:
        var encoding = JSONLinesEncoding.find(in: bytes, forced: options.encoding)
        if let wide = encoding, wide.hasPrefix("UTF-16") || wide.hasPrefix("UTF-32") {
          // Line ends of wide encodings are no single bytes: such a file is recoded as a whole.
          try readWhole(stream, &bytes)
          bytes = JSONLinesEncoding.recoded(bytes, from: wide)
          encoding = nil
        }
        let reader = JSONLinesReader(
          stream, first: bytes, file: name, limit: options.maximumRecordBytes, encoding: encoding)
        records = .lines(reader)
        return nil
      case .warc, .wet:
        records = .archive(
          WebArchiveReader(stream, first: bytes, file: name, limit: options.maximumRecordBytes))
        return nil
      case .auto, .text, .html:
        try readWhole(stream, &bytes)
        if bytes.isEmpty { throw StreamFailure(reason: "is empty") }
        return .success(
          record(name, bytes, format == .html ? .html : .text))
      }
    } catch {
      return .failure(InputFailure(document: name, reason: error.reason))
    }
  }

  /// The record of a file that is one page.
  private func record(_ name: String, _ bytes: [UInt8], _ format: PageFormat) -> InputRecord {
    var record = InputRecord(document: name, content: .bytes(bytes), format: format)
    if options.comparesPages { record.template = survey.template(for: nextEntry - 1, of: plan) }
    return record
  }

  /// Reads on to the end of a stream, or to the largest size allowed.
  private func readWhole(_ stream: ByteStream, _ bytes: inout [UInt8]) throws(StreamFailure) {
    while try stream.read(into: &bytes) {
      if bytes.count > options.maximumRecordBytes {
        throw StreamFailure(reason: tooLarge(stream))
      }
    }
  }

  private func tooLarge(_ stream: ByteStream) -> String {
    let limit = "\(options.maximumRecordBytes >> 20) MiB"
    return stream.isCompressed
      ? "more than \(limit) when decompressed (--max-size allows more)"
      : "larger than \(limit) (--max-size allows more)"
  }

  /// FNV-1a, which is the same in every run (Swift's own hashing is not).
  private static func hash(_ id: String) -> UInt64 {
    id.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
