// Dense layers forward, on vectors: DENSE_OUTPUTS × DENSE_TILE sums fill the set's registers.
#pragma once
#include "vector_basics.h"

#define DENSE_OUTPUTS 6

/// J output neurons over T vectors of the batch.
INLINE void dense_tile(const int J, const int T, ptrdiff_t rows, ptrdiff_t columns,
                       const float *values, const float *bias, const float *input,
                       ptrdiff_t input_stride, float *output, ptrdiff_t output_stride) {
  floats sums[DENSE_OUTPUTS][DENSE_TILE];
#pragma unroll
  for (int j = 0; j < J; j++)
#pragma unroll
    for (int t = 0; t < T; t++) sums[j][t] = splat(bias ? bias[j] : 0);
  for (ptrdiff_t i = 0; i < rows; i++) {
    floats x[DENSE_TILE];
#pragma unroll
    for (int t = 0; t < T; t++) x[t] = load(input + i * input_stride + t * LANES);
#pragma unroll
    for (int j = 0; j < J; j++) {
      floats w = splat(values[i * columns + j]);
#pragma unroll
      for (int t = 0; t < T; t++) sums[j][t] = fused(w, x[t], sums[j][t]);
    }
  }
#pragma unroll
  for (int j = 0; j < J; j++)
#pragma unroll
    for (int t = 0; t < T; t++) store(output + j * output_stride + t * LANES, sums[j][t]);
}

/// All vectors of the batch for J outputs.
INLINE void dense_outputs(const int J, ptrdiff_t rows, ptrdiff_t columns, const float *values,
                          const float *bias, const float *input, ptrdiff_t input_stride,
                          float *output, ptrdiff_t output_stride, ptrdiff_t vectors) {
  ptrdiff_t t = 0;
  for (; t + DENSE_TILE <= vectors; t += DENSE_TILE)
    dense_tile(J, DENSE_TILE, rows, columns, values, bias, input + t * LANES, input_stride,
               output + t * LANES, output_stride);
  for (; t < vectors; t++)
    dense_tile(J, 1, rows, columns, values, bias, input + t * LANES, input_stride,
               output + t * LANES, output_stride);
}

#define DENSE_CASE(J)                                                                      \
  case J:                                                                                  \
    dense_outputs(J, rows, columns, w, b, input, input_stride, y, output_stride, vectors); \
    break;

static void dense_forward(ptrdiff_t first, ptrdiff_t last, ptrdiff_t rows, ptrdiff_t columns,
                          const float *values, const float *bias, const float *input,
                          ptrdiff_t input_stride, float *output, ptrdiff_t output_stride,
                          ptrdiff_t vectors) {
  for (ptrdiff_t j = first; j < last; j += DENSE_OUTPUTS) {
    const float *w = values + j, *b = bias ? bias + j : NULL;
    float *y = output + j * output_stride;
    switch (last - j) {
      DENSE_CASE(1)
      DENSE_CASE(2)
      DENSE_CASE(3)
      DENSE_CASE(4)
      DENSE_CASE(5)
      default:
        dense_outputs(DENSE_OUTPUTS, rows, columns, w, b, input, input_stride, y, output_stride,
                      vectors);
    }
  }
}
