/// Numbers as people read them.
enum Digits {
  /// A plain decimal with commas between thousands: `-1,234.5`; anything else unchanged.
  static func grouped(_ number: String) -> String {
    var sign = ""
    var body = number[...]
    if body.first == "-" {
      sign = "−"
      body = body.dropFirst()
    }
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty,
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } })
    else { return number }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return sign + grouped + (parts.count == 2 ? "." + parts[1] : "")
  }

  /// A length in a drawing, with one decimal: coordinates need no more, and no locale.
  static func length(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }

  /// A count with its noun: `1 article`, `2,000 articles`.
  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(grouped(String(number))) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
