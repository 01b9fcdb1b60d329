// Samples into panels, on vectors: 16 samples at a time, transposed on their way.
#pragma once
#include "vector_basics.h"

typedef double doubles __attribute__((ext_vector_type(16), may_alias));
/// Four numbers of 4 bytes, or 16 bytes, of one sample, at any address.
typedef float quad __attribute__((ext_vector_type(4), may_alias, aligned(1)));

/// Where the rows of 16 samples begin, in bytes. Beyond the batch they repeat its last sample, and
/// `used` has zeros there.
typedef struct {
  ptrdiff_t at[LANES];
  ints used;
} sample_rows;

INLINE sample_rows rows_of(const ptrdiff_t *indices, ptrdiff_t from, ptrdiff_t batch,
                           ptrdiff_t row_bytes) {
  const ints lane = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  sample_rows rows;
  for (ptrdiff_t s = 0; s < LANES; s++)
    rows.at[s] = indices[from + s < batch ? from + s : batch - 1] * row_bytes;
  rows.used = lane < (int32_t)(batch - from < LANES ? batch - from : LANES);
  return rows;
}

/// Four numbers, `offset` bytes into the rows of 16 samples: x[i] is the i-th of every sample.
INLINE void load_quads(const void *samples, const sample_rows *rows, ptrdiff_t offset,
                       floats x[4]) {
  floats t[4];
#pragma unroll
  for (int i = 0; i < 4; i++) {
    const char *from = (const char *)samples + offset;
    quad a = *(const quad *)(from + rows->at[i]), b = *(const quad *)(from + rows->at[i + 4]),
         c = *(const quad *)(from + rows->at[i + 8]), d = *(const quad *)(from + rows->at[i + 12]);
    t[i] = __builtin_shufflevector(__builtin_shufflevector(a, b, 0, 1, 2, 3, 4, 5, 6, 7),
                                   __builtin_shufflevector(c, d, 0, 1, 2, 3, 4, 5, 6, 7), 0, 1, 2, 3,
                                   4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  }
  floats y[4];
#pragma unroll
  for (int i = 0; i < 4; i += 2) {
    y[i] = __builtin_shufflevector(t[i], t[i + 1], 0, 16, 1, 17, 4, 20, 5, 21, 8, 24, 9, 25, 12, 28,
                                   13, 29);
    y[i + 1] = __builtin_shufflevector(t[i], t[i + 1], 2, 18, 3, 19, 6, 22, 7, 23, 10, 26, 11, 27,
                                       14, 30, 15, 31);
  }
#pragma unroll
  for (int i = 0; i < 2; i++) {
    x[2 * i] = __builtin_shufflevector(y[i], y[i + 2], 0, 1, 16, 17, 4, 5, 20, 21, 8, 9, 24, 25, 12,
                                       13, 28, 29);
    x[2 * i + 1] = __builtin_shufflevector(y[i], y[i + 2], 2, 3, 18, 19, 6, 7, 22, 23, 10, 11, 26,
                                           27, 14, 15, 30, 31);
  }
}

/// Has the next samples' rows fetched: they are shuffled, and no processor foresees them.
INLINE void prefetch(const void *samples, const sample_rows *rows, ptrdiff_t offset) {
#pragma unroll
  for (int s = 0; s < LANES; s++)
    __builtin_prefetch((const char *)samples + rows->at[s] + offset);
}

/// Features `n ..< n + 16`.
INLINE void gather_block(const float *samples, ptrdiff_t n, const sample_rows *rows,
                         const sample_rows *next, float *panel, ptrdiff_t stride) {
  prefetch(samples, next, n * 4);
#pragma unroll
  for (int q = 0; q < 4; q++) {
    floats x[4];
    load_quads(samples, rows, (n + 4 * q) * 4, x);
#pragma unroll
    for (int i = 0; i < 4; i++) store(panel + (n + 4 * q + i) * stride, only(rows->used, x[i]));
  }
}

/// Bytes as scaled features: 16 of one feature, in double precision, rounded once.
INLINE floats scaled(ints x, double center, double factor) {
  doubles y = (__builtin_convertvector(x, doubles) - center) * factor;
  return __builtin_convertvector(y, floats);
}

/// The same of bytes: four features travel as one number, and part when they have arrived.
INLINE void gather_bytes_block(const uint8_t *samples, ptrdiff_t n, const double *center,
                               const double *factor, const sample_rows *rows,
                               const sample_rows *next, float *panel, ptrdiff_t stride) {
  if (n % 64 == 0) prefetch(samples, next, n);
  floats x[4];
  load_quads(samples, rows, n, x);
#pragma unroll
  for (int q = 0; q < 4; q++)
#pragma unroll
    for (int i = 0; i < 4; i++) {
      ptrdiff_t m = n + 4 * q + i;
      ints byte = (ints)((words)x[q] >> 8 * i) & 0xFF;
      store(panel + m * stride, only(rows->used, scaled(byte, center[m], factor[m])));
    }
}

static void gather(ptrdiff_t first, ptrdiff_t last, const float *samples, ptrdiff_t width,
                   const ptrdiff_t *indices, ptrdiff_t batch, float *panel, ptrdiff_t stride) {
  if (batch == 0) return;
  sample_rows rows = rows_of(indices, 0, batch, width * 4);
  for (ptrdiff_t from = 0; from < batch; from += LANES) {
    sample_rows next = rows_of(indices, from + LANES, batch, width * 4);
    ptrdiff_t n = first;
    for (; n + LANES <= last; n += LANES)
      gather_block(samples, n, &rows, &next, panel + from, stride);
    // The last features once more with those before them, where there are as many.
    if (n < last && last - first >= LANES)
      gather_block(samples, last - LANES, &rows, &next, panel + from, stride);
    else
      for (; n < last; n++)
        for (int s = 0; s < LANES; s++) {
          const float *row = samples + rows.at[s] / 4;
          panel[n * stride + from + s] = rows.used[s] ? row[n] : 0;
        }
    rows = next;
  }
}

static void gather_bytes(ptrdiff_t first, ptrdiff_t last, const uint8_t *samples, ptrdiff_t width,
                         const double *center, const double *factor, const ptrdiff_t *indices,
                         ptrdiff_t batch, float *panel, ptrdiff_t stride) {
  if (batch == 0) return;
  sample_rows rows = rows_of(indices, 0, batch, width);
  for (ptrdiff_t from = 0; from < batch; from += LANES) {
    sample_rows next = rows_of(indices, from + LANES, batch, width);
    ptrdiff_t n = first;
    for (; n + LANES <= last; n += LANES)
      gather_bytes_block(samples, n, center, factor, &rows, &next, panel + from, stride);
    if (n < last && last - first >= LANES)
      gather_bytes_block(samples, last - LANES, center, factor, &rows, &next, panel + from, stride);
    else
      for (; n < last; n++)
        for (int s = 0; s < LANES; s++) {
          double x = (samples[rows.at[s] + n] - center[n]) * factor[n];
          panel[n * stride + from + s] = rows.used[s] ? (float)x : 0;
        }
    rows = next;
  }
}
