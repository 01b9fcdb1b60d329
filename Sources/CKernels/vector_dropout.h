// Dropout, on vectors: 16 blocks of Philox4x32-10 at a time.
#pragma once
#include "vector_random.h"

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
