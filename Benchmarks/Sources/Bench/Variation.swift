import HanText

/// Makes a page another one of its kind: other numbers, other people, the same everything else.
struct Variation {
  /// Names of people in the page, longest first, as scalars.
  let names: [Scalars]

  /// Given-name characters that are the same in both scripts.
  private static let givenNames = Scalars("明文安平志宏雅玉佳伯仲思子若晨欣怡博宇海江山林春秋冬雪雨青白")

  /// The page varied; markup stays as it is.
  func apply(to page: Scalars, random: inout Random) -> Scalars {
    let pairs = names.map { name in
      (name, name.prefix(1) + name.dropFirst().map { _ in given(&random) })
    }
    var out: Scalars = []
    out.reserveCapacity(page.count)
    var i = 0
    var isTag = false
    while i < page.count {
      let scalar = page[i]
      if scalar == u("<") { isTag = true }
      if scalar == u(">") { isTag = false }
      if !isTag, ScalarClass.isASCIIDigit(scalar) {
        let end = page[i...].firstIndex { !ScalarClass.isASCIIDigit($0) } ?? page.count
        let isEntity = i >= 2 && page[i - 1] == u("#") && page[i - 2] == u("&")
        let next = end < page.count ? page[end] : 0
        out += isEntity ? Scalars(page[i..<end]) : digits(page[i..<end], before: next, &random)
        i = end
      } else if !isTag, let pair = pairs.first(where: { page[i...].starts(with: $0.0) }) {
        out += pair.1
        i += pair.0.count
      } else {
        out.append(scalar)
        i += 1
      }
    }
    return out
  }

  private func given(_ random: inout Random) -> UInt32 {
    Self.givenNames[random.below(Self.givenNames.count)]
  }

  /// Other digits, as many; years, months, days and hours stay what they are.
  private func digits(
    _ run: ArraySlice<UInt32>, before next: UInt32, _ random: inout Random
  ) -> Scalars {
    let isTime = [u("月"), u("日"), u("号"), u("號"), u("时"), u("時"), u("点"), u("點"), u(":")]
      .contains(next)
    let isSmall = run.count <= 2 && (isTime || run.first == u("0"))
    if isSmall {
      let value = 1 + random.below(run.count == 2 ? 12 : 9)
      return Scalars(run.count == 2 && value < 10 ? "0\(value)" : "\(value)")
    }
    let isYear =
      run.count == 4 && (run.starts(with: Scalars("20")) || run.starts(with: Scalars("19")))
    var varied = Scalars(run)
    for k in varied.indices where !(isYear && k < 3) {
      varied[k] = u("0") + UInt32(k == 0 ? 1 + random.below(9) : random.below(10))
    }
    return varied
  }
}
