// Samples into panels, on vectors: 16 features of 16 samples at a time, transposed in registers.
#pragma once
#include "vector_basics.h"

/// Transposes 16 × 16 numbers: each of four rounds rotates the eight bits of (row, lane) by one.
INLINE void transpose(floats x[LANES]) {
#pragma unroll
  for (int round = 0; round < 4; round++) {
    floats y[LANES];
#pragma unroll
    for (int i = 0; i < 8; i++) {
      y[2 * i] = __builtin_shufflevector(x[i], x[i + 8], 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6,
                                         22, 7, 23);
      y[2 * i + 1] = __builtin_shufflevector(x[i], x[i + 8], 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13,
                                             29, 14, 30, 15, 31);
    }
#pragma unroll
    for (int i = 0; i < LANES; i++) x[i] = y[i];
  }
}

INLINE void gather_block(const float *samples, ptrdiff_t width, const ptrdiff_t *indices,
                         ptrdiff_t count, float *panel, ptrdiff_t stride) {
  floats x[LANES];
#pragma unroll
  for (int s = 0; s < LANES; s++)
    x[s] = s < count ? load_loose(samples + indices[s] * width) : splat(0);
  transpose(x);
#pragma unroll
  for (int n = 0; n < LANES; n++) store(panel + n * stride, x[n]);
}

static void gather(ptrdiff_t first, ptrdiff_t last, const float *samples, ptrdiff_t width,
                   const ptrdiff_t *indices, ptrdiff_t batch, float *panel, ptrdiff_t stride) {
  for (ptrdiff_t from = 0; from < batch; from += LANES) {
    ptrdiff_t count = batch - from < LANES ? batch - from : LANES, n = first;
    for (; n + LANES <= last; n += LANES)
      gather_block(samples + n, width, indices + from, count, panel + n * stride + from, stride);
    for (; n < last; n++)
      for (ptrdiff_t s = 0; s < LANES; s++)
        panel[n * stride + from + s] = s < count ? samples[indices[from + s] * width + n] : 0;
  }
}
