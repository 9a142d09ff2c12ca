/// Runs work over a stream of inputs on a fixed set of threads and delivers the results in input
/// order, with memory bounded by the inputs in flight.
///
/// Threads take the next input one at a time, work on it, and put the result into a window that
/// the calling thread empties in order. A thread that is a whole window ahead of the delivery
/// waits, so one slow document never lets finished ones pile up. Delivery is woken when half a
/// window is finished, not for each document, as switching threads costs as much as a short
/// document's tables; a slow source's results are picked up within a tenth of a second.
public struct OrderedRun: Sendable {
  /// Number of worker threads, at least 1.
  public let jobs: Int

  /// How a run ended.
  public enum End: Sendable, Equatable {
    /// Every input was delivered.
    case finished
    /// `deliver` asked to stop.
    case stopped
    /// `isInterrupted` became true; workers may still be busy, so the caller should exit.
    case interrupted
  }

  private enum Step<Output> {
    case outputs([Output])
    case end(End)
  }

  /// Makes a run on `jobs` threads.
  public init(jobs: Int) {
    self.jobs = max(1, jobs)
  }

  private struct State<Output> {
    var nextInput = 0
    /// Everything before this number is delivered.
    var nextDelivery = 0
    var isExhausted = false
    var isStopped = false
    /// Finished results, each at its number modulo the number of slots.
    var window: [Output?]
    var finished = 0

    init(slots: Int) { window = Array(repeating: nil, count: slots) }

    var isDeliverable: Bool { window[nextDelivery % window.count] != nil }

    mutating func put(_ output: Output, at number: Int) {
      window[number % window.count] = output
      finished += 1
    }

    /// The results that are next in order, as many as are finished.
    mutating func take() -> [Output] {
      var outputs: [Output] = []
      while outputs.count < window.count {
        let slot = (nextDelivery + outputs.count) % window.count
        guard let output = window[slot] else { break }
        outputs.append(output)
        window[slot] = nil
      }
      finished -= outputs.count
      return outputs
    }
  }

  /// Runs to the end of the inputs, to the first refusal, or to an interrupt.
  ///
  /// - Parameters:
  ///   - next: gives the next input, `nil` at the end; called by one thread at a time.
  ///   - worker: makes the work of one thread; called once on each, so that it can own scratch.
  ///   - isInterrupted: asked at least ten times a second.
  ///   - deliver: takes the results in input order on the calling thread; `false` stops the run.
  public func run<Input, Output: Sendable>(
    next: @escaping @Sendable () -> Input?,
    worker: @escaping @Sendable () -> ((Input) -> Output),
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    deliver: (Output) -> Bool
  ) -> End {
    let windowSize = 4 * jobs
    // Threads that saw the same last place free may each take an input.
    let monitor = Monitor(State<Output>(slots: windowSize + jobs))
    let source = Monitor(next)
    let body: @Sendable () -> Void = {
      let work = worker()
      while true {
        let mayRead = monitor.wait { state -> Bool? in
          if state.isStopped || state.isExhausted || isInterrupted() { return false }
          return state.nextInput < state.nextDelivery + windowSize ? true : nil
        }
        guard mayRead else { return }
        // Reading and numbering are one step, so numbers follow the input order.
        let taken = source.withLock { next -> (Int, Input)? in
          guard !monitor.withLock({ $0.isStopped || $0.isExhausted }), let input = next() else {
            monitor.change {
              $0.isExhausted = true
              return true
            }
            return nil
          }
          return (
            monitor.withLock {
              $0.nextInput += 1
              return $0.nextInput - 1
            }, input
          )
        }
        guard let (number, input) = taken else { return }
        let output = work(input)
        monitor.change { state in
          state.put(output, at: number)
          return state.isDeliverable && (state.isExhausted || state.finished * 2 >= windowSize)
        }
      }
    }
    let threads = (0..<jobs).compactMap { _ in Thread(body) }
    if threads.isEmpty { return runHere(next: next, worker: worker, deliver: deliver) }
    let end = deliverAll(from: monitor, isInterrupted: isInterrupted, deliver: deliver)
    // An interrupt waits for no worker.
    for thread in threads { end == .interrupted ? thread.detach() : thread.join() }
    return end
  }

  private func deliverAll<Output>(
    from monitor: Monitor<State<Output>>, isInterrupted: () -> Bool, deliver: (Output) -> Bool
  ) -> End {
    while true {
      let step = monitor.wait { state -> Step<Output>? in
        if isInterrupted() { return .end(.interrupted) }
        let outputs = state.take()
        if !outputs.isEmpty { return .outputs(outputs) }
        return state.isExhausted && state.nextDelivery == state.nextInput ? .end(.finished) : nil
      }
      switch step {
      case .end(let end): return end
      case .outputs(let outputs):
        for output in outputs where !deliver(output) {
          monitor.change {
            $0.isStopped = true
            return true
          }
          return .stopped
        }
        monitor.change {
          $0.nextDelivery += outputs.count
          return true
        }
      }
    }
  }

  /// The run on the calling thread alone, for a system that gives no thread.
  private func runHere<Input, Output>(
    next: () -> Input?, worker: () -> ((Input) -> Output), deliver: (Output) -> Bool
  ) -> End {
    let work = worker()
    while let input = next() {
      guard deliver(work(input)) else { return .stopped }
    }
    return .finished
  }
}
