// Dropout, on vectors: 16 blocks of Philox4x32-10 at a time.
#pragma once
#include "vector_philox.h"

typedef uint16_t halves __attribute__((ext_vector_type(32), may_alias));
typedef _Bool double_flags __attribute__((ext_vector_type(32)));

/// What a group's blocks have in common with those of all other groups. A counter's words are the
/// group, the sample, the epoch and the purpose: only the first tells groups apart, and it takes
/// three rounds until all words depend on it.
typedef struct {
  /// In the second round, the product of the first word, for even and for odd lanes.
  half even[2];
  /// In the first round, the product of the third word.
  uint64_t odd;
  uint32_t key[2], word;
} dropout_draws;

INLINE dropout_draws draws_at(kernel_dropout address) {
  dropout_draws draws = {.odd = (uint64_t)address.epoch * PHILOX_ODD,
                         .key = {address.key[0], address.key[1]}, .word = address.word};
  const half lane = {0, 2, 4, 6, 8, 10, 12, 14};
  for (uint32_t odd = 0; odd < 2; odd++) {
    half sample = lane + (address.batch * LANES + odd);
    draws.even[odd] = product(sample ^ (draws.odd >> 32) ^ draws.key[0], PHILOX_EVEN);
  }
  return draws;
}

/// Philox4x32-10 of eight blocks of a group: those of the even or of the odd lanes.
INLINE void philox_half(const dropout_draws *draws, uint32_t group, int odd_lanes, half block[4]) {
  uint32_t key_0 = draws->key[0], key_1 = draws->key[1];
  // The first three rounds, as far as they are the same for all lanes: on single words.
  uint64_t even = (uint64_t)group * PHILOX_EVEN;
  uint32_t third = (uint32_t)(even >> 32) ^ draws->word ^ key_1, fourth = (uint32_t)even;
  key_0 += PHILOX_KEY_0, key_1 += PHILOX_KEY_1;
  uint64_t odd = (uint64_t)third * PHILOX_ODD;
  uint32_t first = (uint32_t)(odd >> 32) ^ (uint32_t)draws->odd ^ key_0, second = (uint32_t)odd;
  half lanes = draws->even[odd_lanes], of_third = product(high(lanes) ^ (fourth ^ key_1), PHILOX_ODD);
  key_0 += PHILOX_KEY_0, key_1 += PHILOX_KEY_1;
  even = (uint64_t)first * PHILOX_EVEN;
  block[0] = high(of_third) ^ (second ^ key_0);
  block[1] = of_third;
  block[2] = lanes ^ ((uint32_t)(even >> 32) ^ key_1);
  block[3] = (half)(even & 0xFFFFFFFFu);
  philox_rounds(block, 3, draws->key[0], draws->key[1]);
}

/// The eight masks of a group of flat vectors; `limit` is the last of the 16 bits that are kept.
INLINE void draw_group(const dropout_draws *draws, uint32_t group, uint16_t limit,
                       uint16_t masks[8]) {
  half even[4], odd[4];
  philox_half(draws, group, 0, even);
  philox_half(draws, group, 1, odd);
#pragma unroll
  for (int w = 0; w < 4; w++) {
    halves drawn = (halves)joined(even[w], odd[w]);
    // The low halves of all lanes, then the high ones: the masks of two flat vectors.
    drawn = __builtin_shufflevector(drawn, drawn, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26,
                                    28, 30, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29,
                                    31);
    double_flags kept = __builtin_convertvector(drawn <= limit, double_flags);
    memcpy(&masks[2 * w], &kept, sizeof kept);
  }
}

static void dropout_draw(ptrdiff_t first, ptrdiff_t last, uint16_t *mask, ptrdiff_t mask_stride,
                         ptrdiff_t vectors, kernel_dropout address, uint32_t threshold) {
  dropout_draws draws = draws_at(address);
  uint16_t limit = (uint16_t)(threshold - 1), masks[8];
  ptrdiff_t f = first * vectors;
  if (f % 8 != 0) draw_group(&draws, (uint32_t)(f / 8), limit, masks);
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t v = 0; v < vectors;) {
      if (f % 8 == 0 && vectors - v >= 8) {
        draw_group(&draws, (uint32_t)(f / 8), limit, mask + n * mask_stride + v);
        f += 8, v += 8;
        continue;
      }
      if (f % 8 == 0) draw_group(&draws, (uint32_t)(f / 8), limit, masks);
      mask[n * mask_stride + v++] = masks[f++ % 8];
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
