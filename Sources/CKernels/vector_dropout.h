// Dropout, on vectors: 16 blocks of Philox4x32-10 at a time.
#pragma once
#include "philox.h"
#include "vector_basics.h"

/// The high and the low words of the products of 16 words with a constant.
INLINE void multiply(words a, uint32_t by, words *high, words *low) {
  long_words pairs = (long_words)a;
  long_words even = (pairs & 0xFFFFFFFFu) * (uint64_t)by, odd = (pairs >> 32) * (uint64_t)by;
  *high = (words)((even >> 32) | (odd & 0xFFFFFFFF00000000u));
  *low = (words)((even & 0xFFFFFFFFu) | (odd << 32));
}

INLINE void philox(words counter[4], uint32_t key_0, uint32_t key_1) {
#pragma unroll
  for (int round = 0; round < PHILOX_ROUNDS; round++) {
    words even_high, even_low, odd_high, odd_low;
    multiply(counter[0], PHILOX_EVEN, &even_high, &even_low);
    multiply(counter[2], PHILOX_ODD, &odd_high, &odd_low);
    counter[0] = odd_high ^ counter[1] ^ key_0;
    counter[1] = odd_low;
    counter[2] = even_high ^ counter[3] ^ key_1;
    counter[3] = even_low;
    key_0 += PHILOX_KEY_0;
    key_1 += PHILOX_KEY_1;
  }
}

/// The eight masks of a group of flat vectors.
INLINE void draw_group(uint32_t group, kernel_dropout address, uint32_t threshold,
                       uint16_t masks[8]) {
  const words lane = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  words block[4] = {(words)(group), address.batch * LANES + lane, (words)(address.epoch),
                    (words)(address.word)};
  philox(block, address.key[0], address.key[1]);
#pragma unroll
  for (int f = 0; f < 8; f++) {
    words drawn = f % 2 == 0 ? block[f / 2] & 0xFFFFu : block[f / 2] >> 16;
    flags kept = __builtin_convertvector(drawn < threshold, flags);
    memcpy(&masks[f], &kept, sizeof masks[f]);
  }
}

static void dropout_draw(ptrdiff_t first, ptrdiff_t last, uint16_t *mask, ptrdiff_t mask_stride,
                         ptrdiff_t vectors, kernel_dropout address, uint32_t threshold) {
  uint16_t masks[8];
  ptrdiff_t f = first * vectors;
  if (f % 8 != 0) draw_group((uint32_t)(f / 8), address, threshold, masks);
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t v = 0; v < vectors; v++, f++) {
      if (f % 8 == 0) draw_group((uint32_t)(f / 8), address, threshold, masks);
      mask[n * mask_stride + v] = masks[f % 8];
    }
}

static void dropout_apply(ptrdiff_t first, ptrdiff_t last, const uint16_t *mask,
                          ptrdiff_t mask_stride, float *panel, ptrdiff_t stride,
                          ptrdiff_t vectors, float scale) {
  const ints bit = {1,   2,   4,    8,    16,   32,   64,    128,
                    256, 512, 1024, 2048, 4096, 8192, 16384, 32768};
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t v = 0; v < vectors; v++) {
      float *at = panel + n * stride + v * LANES;
      ints kept = ((ints)(mask[n * mask_stride + v]) & bit) != 0;
      store(at, only(kept, load(at) * scale));
    }
}
