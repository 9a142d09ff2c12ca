import Glibc
import Synchronization
import Testing

@testable import Corpus

@Suite struct OrderedRunTests {
  /// Inputs 0..<count, counted up under a lock.
  private final class Numbers: Sendable {
    private let next = Mutex(0)
    private let count: Int

    init(_ count: Int) { self.count = count }

    var taken: Int { next.withLock { $0 } }

    func take() -> Int? {
      next.withLock { value in
        guard value < count else { return nil }
        value += 1
        return value - 1
      }
    }
  }

  @Test(arguments: [1, 2, 8])
  func deliversInInputOrder(jobs: Int) {
    let numbers = Numbers(500)
    var delivered: [Int] = []
    let end = OrderedRun(jobs: jobs).run(
      next: { numbers.take() },
      worker: {
        { number in
          usleep(UInt32(number % 7) * 50)  // later inputs often finish first
          return number * number
        }
      },
      deliver: { (square: Int) in
        delivered.append(square)
        return true
      })
    #expect(end == .finished)
    #expect(delivered == (0..<500).map { $0 * $0 })
  }

  @Test func readsAheadOfDeliveryByABoundedWindowOnly() {
    let numbers = Numbers(10_000)
    var largestLead = 0
    var delivered = 0
    let end = OrderedRun(jobs: 2).run(
      next: { numbers.take() }, worker: { { $0 } },
      deliver: { (_: Int) in
        usleep(200)
        delivered += 1
        largestLead = max(largestLead, numbers.taken - delivered)
        return delivered < 300
      })
    #expect(end == .stopped)
    #expect(largestLead <= 4 * 2 + 2)
  }

  @Test func anInterruptEndsTheRunWhileAWorkerIsBusy() {
    let numbers = Numbers(4)
    let isRaised = Atomic<Bool>(false)
    let end = withExtendedLifetime(numbers) {
      OrderedRun(jobs: 1).run(
        next: { numbers.take() },
        worker: {
          { number in
            isRaised.store(true, ordering: .relaxed)
            usleep(400_000)
            return number
          }
        },
        isInterrupted: { isRaised.load(ordering: .relaxed) },
        deliver: { (_: Int) in true })
    }
    #expect(end == .interrupted)
  }
}
