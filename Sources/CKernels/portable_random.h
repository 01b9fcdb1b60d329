// Random words and dropout masks, one block at a time.
#pragma once
#include "philox.h"
#include "portable_basics.h"

static void philox(uint32_t counter[4], uint32_t key_0, uint32_t key_1) {
  for (int round = 0; round < PHILOX_ROUNDS; round++) {
    uint64_t even = (uint64_t)PHILOX_EVEN * counter[0], odd = (uint64_t)PHILOX_ODD * counter[2];
    uint32_t next_0 = (uint32_t)(odd >> 32) ^ counter[1] ^ key_0;
    uint32_t next_2 = (uint32_t)(even >> 32) ^ counter[3] ^ key_1;
    counter[0] = next_0;
    counter[1] = (uint32_t)odd;
    counter[2] = next_2;
    counter[3] = (uint32_t)even;
    key_0 += PHILOX_KEY_0;
    key_1 += PHILOX_KEY_1;
  }
}

static void dropout_draw(ptrdiff_t first, ptrdiff_t last, uint16_t *mask, ptrdiff_t mask_stride,
                         ptrdiff_t vectors, kernel_dropout address, uint32_t threshold) {
  uint32_t words[LANES][4];
  ptrdiff_t drawn = -1;
  for (ptrdiff_t f = first * vectors; f < last * vectors; f++) {
    if (f / 8 != drawn) {
      drawn = f / 8;
      for (uint32_t l = 0; l < LANES; l++) {
        uint32_t *counter = words[l];
        counter[0] = (uint32_t)drawn;
        counter[1] = address.batch * LANES + l;
        counter[2] = address.epoch;
        counter[3] = address.word;
        philox(counter, address.key[0], address.key[1]);
      }
    }
    uint16_t bits = 0;
    for (int l = 0; l < LANES; l++) {
      uint32_t drawn_bits = words[l][f % 8 / 2] >> (f % 2 * 16) & 0xFFFF;
      bits |= (uint16_t)((drawn_bits < threshold) << l);
    }
    mask[f / vectors * mask_stride + f % vectors] = bits;
  }
}

static void dropout_apply(ptrdiff_t first, ptrdiff_t last, const uint16_t *mask,
                          ptrdiff_t mask_stride, float *panel, ptrdiff_t stride,
                          ptrdiff_t vectors, float scale) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) {
      bool kept = mask[n * mask_stride + s / LANES] >> (s % LANES) & 1;
      float *x = &panel[n * stride + s];
      *x = kept ? *x * scale : 0;
    }
}

static void random_words(uint64_t first, ptrdiff_t blocks, const uint32_t key[2],
                         const uint32_t address[2], uint32_t *words) {
  for (ptrdiff_t n = 0; n < blocks; n++) {
    uint64_t number = first + (uint64_t)n;
    uint32_t *block = words + 4 * n;
    block[0] = (uint32_t)number;
    block[1] = (uint32_t)(number >> 32);
    block[2] = address[0];
    block[3] = address[1];
    philox(block, key[0], key[1]);
  }
}
