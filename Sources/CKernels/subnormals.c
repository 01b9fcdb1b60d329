#include "subnormals.h"

#if defined(__x86_64__)
#include <xmmintrin.h>

uint64_t subnormals_flush(void) {
  unsigned mode = _mm_getcsr();
  _mm_setcsr(mode | 0x8040);  // flush to zero, denormals are zero
  return mode;
}

void subnormals_restore(uint64_t mode) { _mm_setcsr((unsigned)mode); }

#elif defined(__aarch64__)

uint64_t subnormals_flush(void) {
  uint64_t mode;
  __asm__ volatile("mrs %0, fpcr" : "=r"(mode));
  __asm__ volatile("msr fpcr, %0" ::"r"(mode | (1u << 24)));
  return mode;
}

void subnormals_restore(uint64_t mode) { __asm__ volatile("msr fpcr, %0" ::"r"(mode)); }

#else

uint64_t subnormals_flush(void) { return 0; }
void subnormals_restore(uint64_t mode) { (void)mode; }

#endif
