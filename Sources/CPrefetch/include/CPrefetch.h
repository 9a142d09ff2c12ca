/* Asks the processor to load what stands at an address, without waiting for it. Reads nothing: an
   address that is not there does no harm. */
#ifndef EDUAI_CPREFETCH_H
#define EDUAI_CPREFETCH_H

static inline __attribute__((always_inline)) void eduai_prefetch(const void *address) {
  __builtin_prefetch(address, 0, 3);
}

#endif
