// Random words, on vectors: 16 blocks of Philox4x32-10 at a time.
#pragma once
#include "vector_philox.h"

/// The first and the second half of two vectors' lanes in turn: a0 b0 a1 b1 …
INLINE words woven_low(words a, words b) {
  return __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

INLINE words woven_high(words a, words b) {
  return __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15,
                                 31);
}

static void random_words(uint64_t first, ptrdiff_t blocks, const uint32_t key[2],
                         const uint32_t address[2], uint32_t *out) {
  const words lane = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  for (ptrdiff_t n = 0; n < blocks; n += LANES) {
    words low = (words)((uint32_t)(first + n)) + lane;
    // The low word may run over within the 16 blocks.
    words high = (words)((uint32_t)((first + n) >> 32)) - (words)(low < lane);
    words block[4] = {low, high, (words)(address[0]), (words)(address[1])};
    philox(block, key[0], key[1]);
    words even_low = woven_low(block[0], block[2]), even_high = woven_high(block[0], block[2]);
    words odd_low = woven_low(block[1], block[3]), odd_high = woven_high(block[1], block[3]);
    words in_order[4] = {woven_low(even_low, odd_low), woven_high(even_low, odd_low),
                         woven_low(even_high, odd_high), woven_high(even_high, odd_high)};
    ptrdiff_t count = blocks - n < LANES ? blocks - n : LANES;
    memcpy(out + 4 * n, in_order, (size_t)(16 * count));
  }
}
