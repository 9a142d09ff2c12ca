import Glibc

// One program holds all targets; `--target=NAME` says which one runs. libFuzzer leaves options
// with two hyphens alone.

/// Settles the target before the first input.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>
) -> CInt {
  _ = FuzzTarget.chosen
  return 0
}

/// Runs the target on one input. A broken law stops the process, as a crash does.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

extension FuzzTarget {
  /// The target the command line names.
  static let chosen: FuzzTarget = {
    let option = "--target="
    let name = CommandLine.arguments.first { $0.hasPrefix(option) }?.dropFirst(option.count)
    if let name, let target = FuzzTarget(rawValue: String(name)) { return target }
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
    Law.report("name a target: --target=NAME, one of: \(names)")
    exit(2)
  }()
}
