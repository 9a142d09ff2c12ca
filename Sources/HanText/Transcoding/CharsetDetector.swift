import CICU

/// ICU's guess at the charset of some bytes.
public enum CharsetDetector {
  /// The candidates, best first, with ICU's confidence 0...100.
  ///
  /// - Complexity: O(bytes) with a large constant: give a few kilobytes, not a whole file.
  public static func candidates(
    for bytes: some Collection<UInt8>
  ) -> [(name: String, confidence: Int)] {
    let sample = Array(bytes.prefix(1 << 16))
    var names = [UnsafePointer<CChar>?](repeating: nil, count: 16)
    var confidences = [Int32](repeating: 0, count: names.count)
    let found = eduai_detect_charsets(
      sample, Int32(truncatingIfNeeded: sample.count), &names, &confidences,
      Int32(truncatingIfNeeded: names.count))
    guard found > 0 else { return [] }
    return (0..<Int(found)).compactMap { i in
      names[i].map { (String(cString: $0), Int(confidences[i])) }
    }
  }
}
