import Glibc

/// Collects lines of results, prints them as they come, and writes them with the machine's notes.
struct Report {
  private var lines: [String] = []

  /// Adds a section.
  mutating func section(_ title: String) {
    add("")
    add(title)
  }

  /// Adds a result: what was measured, the number, and a note.
  mutating func result(_ name: String, _ value: String, _ note: String = "") {
    let left = name + String(repeating: " ", count: max(1, 52 - name.count))
    let right = String(repeating: " ", count: max(0, 12 - value.count)) + value
    add("  " + left + right + (note.isEmpty ? "" : "  " + note))
  }

  /// Adds a line as it is.
  mutating func add(_ line: String) {
    print(line)
    fflush(nil)
    lines.append(line)
  }

  /// Writes everything to `folder` under today's date.
  func write(to folder: String, name: String) throws {
    let path = "\(folder)/\(Self.date())-\(name).txt"
    try Files.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: path)
    print("\nwritten to \(path)")
  }

  /// Machine and date, as later readers need them.
  static func machine() -> String {
    let processor = Files.read("/proc/cpuinfo").flatMap { bytes in
      String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        .first { $0.hasPrefix("model name") }?.split(separator: ":").last
    }
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    var load = [0.0]
    getloadavg(&load, 1)
    return "\(date()), \(cores) x\(processor ?? " processor"), load \(load[0].formatted(1))"
  }

  /// Today, ISO 8601.
  static func date() -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    var buffer = [CChar](repeating: 0, count: 16)
    strftime(&buffer, buffer.count, "%Y-%m-%d", &parts)
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension Double {
  /// The number with so many decimals.
  func formatted(_ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((self * scale).rounded())
    if decimals == 0 { return "\(scaled)" }
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return (scaled < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
