// Philox4x32-10, on vectors: 16 blocks at a time, those of the even and those of the odd lanes
// apart, since products of 32-bit words take 64 bits.
#pragma once
#include "philox.h"
#include "vector_basics.h"

/// One word of eight blocks, in the low halves of 64 bits; what is in the high halves does not
/// matter.
typedef long_words half;

/// a · by, of the low halves: the low word is in place, `high` brings the high one down.
INLINE half product(half a, uint32_t by) { return (a & 0xFFFFFFFFu) * (uint64_t)by; }
INLINE half high(half product) {
  words x = (words)product;
  return (half)__builtin_shufflevector(x, x, 1, 1, 3, 3, 5, 5, 7, 7, 9, 9, 11, 11, 13, 13, 15, 15);
}

/// The words of all 16 blocks, from those of the even and of the odd lanes.
INLINE words joined(half even, half odd) { return (words)((even & 0xFFFFFFFFu) | odd << 32); }

/// The rounds from `first` on, counted from 0.
INLINE void philox_rounds(half block[4], int first, uint32_t key_0, uint32_t key_1) {
#pragma unroll
  for (int round = 0; round < PHILOX_ROUNDS; round++) {
    if (round >= first) {
      half of_first = product(block[0], PHILOX_EVEN), of_third = product(block[2], PHILOX_ODD);
      block[0] = high(of_third) ^ block[1] ^ key_0;
      block[1] = of_third;
      block[2] = high(of_first) ^ block[3] ^ key_1;
      block[3] = of_first;
    }
    key_0 += PHILOX_KEY_0;
    key_1 += PHILOX_KEY_1;
  }
}

/// The blocks of 16 counters.
INLINE void philox(words counter[4], uint32_t key_0, uint32_t key_1) {
  half even[4], odd[4];
  for (int w = 0; w < 4; w++) {
    even[w] = (half)counter[w];
    odd[w] = high((half)counter[w]);
  }
  philox_rounds(even, 0, key_0, key_1);
  philox_rounds(odd, 0, key_0, key_1);
  for (int w = 0; w < 4; w++) counter[w] = joined(even[w], odd[w]);
}
