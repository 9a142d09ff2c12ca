import Glibc

/// What a program run to its end cost, as the system accounts it.
struct ProcessRun {
  /// Processor time of all threads, user and system, in seconds.
  var cpuSeconds: Double
  var wallSeconds: Double
  /// Largest resident size in MiB.
  var peakMebibytes: Double

  /// Runs a command, its standard output thrown away or written to `output`.
  init(_ command: [String], output: String = "/dev/null") throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let start = Self.now()
    guard posix_spawnp(&process, command[0], &actions, nil, &arguments, environ) == 0 else {
      throw BenchError("\(command[0]) cannot be run")
    }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(process, &status, 0, &usage) == process, status == 0 else {
      throw BenchError("\(command.joined(separator: " ")) failed")
    }
    wallSeconds = Self.now() - start
    cpuSeconds = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    peakMebibytes = Double(usage.ru_maxrss) / 1024
  }

  /// Runs commands in turn, A B C A B C …, so that a machine whose speed drifts treats them alike.
  ///
  /// - Returns: for each command its runs, the fastest first.
  static func inTurn(_ commands: [[String]], rounds: Int) throws -> [[ProcessRun]] {
    var runs = commands.map { _ in [ProcessRun]() }
    for _ in 0..<rounds {
      for (index, command) in commands.enumerated() { runs[index].append(try .init(command)) }
    }
    return runs.map { $0.sorted { $0.cpuSeconds < $1.cpuSeconds } }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}

extension Array where Element == ProcessRun {
  /// Median processor time.
  var cpu: Double { median(map(\.cpuSeconds)) }
  /// Median time on the clock.
  var wall: Double { median(map(\.wallSeconds)) }
  /// Largest resident size of all runs, in MiB.
  var peak: Double { map(\.peakMebibytes).max() ?? 0 }
}

/// The middle of some values; 0 where there is none.
func median(_ values: [Double]) -> Double {
  values.isEmpty ? 0 : values.sorted()[values.count / 2]
}

/// Processor time of the calling thread that `body` takes, in seconds: the median of five rounds
/// of at least a tenth of a second each.
func processorSeconds(_ body: () -> Void) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  body()
  return median(
    (0..<5).map { _ in
      let start = now()
      var rounds = 0
      while rounds == 0 || now() - start < 0.1 {
        body()
        rounds += 1
      }
      return (now() - start) / Double(rounds)
    })
}
