import Glibc

/// What the program says to people on standard error: failures, progress, a closing summary.
///
/// Progress and colour appear on a terminal only; `isQuiet` leaves failures alone.
final class Console {
  private let isQuiet: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let started = Console.now()
  private var lastProgress = 0.0
  private var hasProgressLine = false

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
  }

  /// Seconds on a clock that only goes forward.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Writes to standard error; what it cannot take is nobody's loss.
  static func writeError(_ message: String) {
    let bytes = Array(message.utf8)
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { raw in
        write(STDERR_FILENO, raw.baseAddress.map { $0 + start }, raw.count - start)
      }
      if written <= 0 { return }
      start += written
    }
  }

  /// One line about something that failed; control characters of hostile names made visible.
  func failure(_ subject: String, _ reason: String) {
    clearProgress()
    let label = isTerminal ? "\u{1B}[31meduai:\u{1B}[0m" : "eduai:"
    Console.writeError("\(label) \(Console.printable(subject)): \(Console.printable(reason))\n")
  }

  /// A note that nothing failed over, for example a skipped file.
  func note(_ message: String) {
    guard !isQuiet else { return }
    clearProgress()
    Console.writeError("eduai: \(Console.printable(message))\n")
  }

  /// Shows how far the run is, at most ten times a second, on a terminal only.
  func progress(documents: Int, bytesRead: Int, plannedFiles: Int, plannedBytes: Int) {
    guard isTerminal, !isQuiet else { return }
    let now = Console.now()
    guard now - lastProgress >= 0.1 else { return }
    lastProgress = now
    let elapsed = max(now - started, 1e-3)
    let speed = Double(bytesRead) / elapsed
    var line = "\(documents) documents"
    if plannedFiles > 0 { line += " of \(plannedFiles) files" }
    line += ", \(Console.tenths(speed / 1e6)) MB/s"
    if plannedBytes > bytesRead, speed > 0 {
      line += ", \(Int(Double(plannedBytes - bytesRead) / speed) + 1) s left"
    }
    Console.writeError("\r\u{1B}[K\(line)")
    hasProgressLine = true
  }

  /// The closing line: what was done and in which time.
  func summary(_ parts: [String]) {
    clearProgress()
    guard !isQuiet else { return }
    let elapsed = Console.tenths(Console.now() - started)
    Console.writeError("eduai: \(parts.joined(separator: ", ")) (\(elapsed) s)\n")
  }

  private func clearProgress() {
    guard hasProgressLine else { return }
    Console.writeError("\r\u{1B}[K")
    hasProgressLine = false
  }

  /// A number with one decimal.
  static func tenths(_ value: Double) -> String {
    let scaled = Int((value * 10).rounded())
    return "\(scaled / 10).\(scaled % 10)"
  }

  /// A count with its noun: `1 document`, `2 documents`.
  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// The text with control characters as `\u{1b}`, so that a file name cannot drive the terminal.
  static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: drivesTerminal) else { return text }
    return text.unicodeScalars.map { scalar in
      drivesTerminal(scalar) ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }.joined()
  }

  /// Controls of ASCII and Latin-1, line and paragraph separators, and what turns the direction of
  /// the text behind it.
  private static func drivesTerminal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
