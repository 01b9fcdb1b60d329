// Products of bytes by the instruction that multiplies and adds 64 pairs at once (AVX-512 VNNI).
#pragma once
#include <immintrin.h>

#include "vector_bytes.h"

/// Sums of a tile, which fill the registers.
#define BYTE_ROWS 8
#define BYTE_GROUPS 3

/// A tile at the edge takes its last row again in place of those that are not there.
INLINE void byte_tile(const int G, ptrdiff_t rows, const int8_t *bytes, ptrdiff_t stride,
                      const uint8_t *quads, ptrdiff_t padded, ints sums[BYTE_ROWS][BYTE_GROUPS]) {
  __m512i totals[BYTE_ROWS][BYTE_GROUPS];
  const int8_t *row[BYTE_ROWS];
#pragma unroll
  for (int r = 0; r < BYTE_ROWS; r++) row[r] = bytes + (r < rows ? r : rows - 1) * stride;
#pragma unroll
  for (int r = 0; r < BYTE_ROWS; r++)
#pragma unroll
    for (int g = 0; g < G; g++) totals[r][g] = _mm512_setzero_si512();
  for (ptrdiff_t s = 0; s < padded; s += 4) {
    __m512i others[BYTE_GROUPS];
#pragma unroll
    for (int g = 0; g < G; g++) others[g] = _mm512_load_si512(quads + g * LANES * padded + s * LANES);
#pragma unroll
    for (int r = 0; r < BYTE_ROWS; r++) {
      int32_t four;
      memcpy(&four, row[r] + s, sizeof four);
#pragma unroll
      for (int g = 0; g < G; g++)
        totals[r][g] = _mm512_dpbusd_epi32(totals[r][g], others[g], _mm512_set1_epi32(four));
    }
  }
#pragma unroll
  for (int r = 0; r < BYTE_ROWS; r++)
#pragma unroll
    for (int g = 0; g < G; g++) sums[r][g] = (ints)totals[r][g];
}

static void vnni_byte_products(ptrdiff_t rows, ptrdiff_t columns, const int8_t *bytes,
                               ptrdiff_t bytes_stride, const float *scales, const int32_t *sums,
                               const uint8_t *quads, const float *quad_scales, ptrdiff_t samples,
                               float *products, ptrdiff_t products_stride) {
  ptrdiff_t padded = (samples + LANES - 1) / LANES * LANES;
  ints totals[BYTE_ROWS][BYTE_GROUPS];
  for (ptrdiff_t j = 0; j < columns;) {
    int groups = columns - j > (BYTE_GROUPS - 1) * LANES ? BYTE_GROUPS : 1;
    for (ptrdiff_t i = 0; i < rows; i += BYTE_ROWS) {
      ptrdiff_t high = rows - i < BYTE_ROWS ? rows - i : BYTE_ROWS;
      const int8_t *first = bytes + i * bytes_stride;
      if (groups == 1)
        byte_tile(1, high, first, bytes_stride, quads + j * padded, padded, totals);
      else
        byte_tile(BYTE_GROUPS, high, first, bytes_stride, quads + j * padded, padded, totals);
      for (ptrdiff_t r = 0; r < high; r++)
        for (int g = 0; g < groups; g++)
          add_byte_sums(totals[r][g], sums[i + r], scales[i + r], quad_scales + j + g * LANES,
                        columns - j - g * LANES, products + (i + r) * products_stride + j + g * LANES);
    }
    j += groups * LANES;
  }
}
