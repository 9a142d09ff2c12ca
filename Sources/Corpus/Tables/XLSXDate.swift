/// A day with or without a time, read from ISO 8601, as a workbook shows it: a real date whose
/// format writes exactly the text it was read from, time zone included.
struct XLSXDate: Equatable {
  var year: Int32 = 0
  var month: Int32 = 0
  var day: Int32 = 0
  var hour: Int32 = 0
  var minute: Int32 = 0
  var second: Int32 = 0
  /// Number format: `yyyy-mm-dd`, `yyyy-mm-dd"T"hh:mm:ss"+08:00"`.
  var format = "yyyy-mm-dd"

  /// Reads `2024-12-05`, `2024-12-05T14:25`, `2024-12-05T14:25:14+08:00`; `nil` for months, years,
  /// intervals and everything else. Whether the day is in the calendar is not looked at.
  ///
  /// - Complexity: O(1).
  init?(_ text: String) {
    var reader = Reader(bytes: Substring(text).utf8)
    guard text.utf8.count <= 25, let year = reader.number(4), reader.take("-"),
      let month = reader.number(2), reader.take("-"), let day = reader.number(2)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    if reader.bytes.isEmpty { return }
    guard reader.take("T"), let hour = reader.number(2), reader.take(":"),
      let minute = reader.number(2), hour < 24, minute < 60
    else { return nil }
    (self.hour, self.minute) = (hour, minute)
    format += "\"T\"hh:mm"
    if reader.take(":") {
      guard let second = reader.number(2), second < 60 else { return nil }
      self.second = second
      format += ":ss"
    }
    if reader.bytes.isEmpty { return }
    let zone = String(decoding: reader.bytes, as: UTF8.self)
    if reader.take("Z"), reader.bytes.isEmpty {
      format += "\"Z\""
      return
    }
    guard reader.take("+") || reader.take("-"), let hours = reader.number(2), reader.take(":"),
      let minutes = reader.number(2), reader.bytes.isEmpty, hours <= 14, minutes % 15 == 0
    else { return nil }
    format += "\"\(zone)\""
  }

  /// Reads digits and signs from the front of a text.
  private struct Reader {
    var bytes: Substring.UTF8View

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
      guard let first = bytes.first, UInt32(first) == sign.value else { return false }
      bytes = bytes.dropFirst()
      return true
    }

    mutating func number(_ digits: Int) -> Int32? {
      var value: Int32 = 0
      for _ in 0..<digits {
        guard let byte = bytes.first, byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int32(byte - 0x30)
        bytes = bytes.dropFirst()
      }
      return value
    }
  }
}
