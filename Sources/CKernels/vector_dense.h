// Dense layers, on vectors: DENSE_OUTPUTS × DENSE_TILE sums fill the set's registers.
#pragma once
#include "vector_basics.h"

#define DENSE_OUTPUTS 6

/// Weights in memory: from one summand's to the next, and from one sum's to the next.
typedef struct {
  const float *values;
  ptrdiff_t summand, sum;
} dense_weights;

/// J sums of `count` rows of a panel, each over T vectors of the batch.
INLINE void dense_tile(const int J, const int T, ptrdiff_t count, dense_weights w,
                       const float *bias, const float *input, ptrdiff_t input_stride,
                       float *output, ptrdiff_t output_stride) {
  floats sums[DENSE_OUTPUTS][DENSE_TILE];
#pragma unroll
  for (int j = 0; j < J; j++)
#pragma unroll
    for (int t = 0; t < T; t++) sums[j][t] = splat(bias ? bias[j] : 0);
  for (ptrdiff_t i = 0; i < count; i++) {
    floats x[DENSE_TILE];
#pragma unroll
    for (int t = 0; t < T; t++) x[t] = load(input + i * input_stride + t * LANES);
#pragma unroll
    for (int j = 0; j < J; j++) {
      floats own = splat(w.values[i * w.summand + j * w.sum]);
#pragma unroll
      for (int t = 0; t < T; t++) sums[j][t] = fused(own, x[t], sums[j][t]);
    }
  }
#pragma unroll
  for (int j = 0; j < J; j++)
#pragma unroll
    for (int t = 0; t < T; t++) store(output + j * output_stride + t * LANES, sums[j][t]);
}

/// All vectors of the batch for J sums.
INLINE void dense_sums(const int J, ptrdiff_t count, dense_weights w, const float *bias,
                       const float *input, ptrdiff_t input_stride, float *output,
                       ptrdiff_t output_stride, ptrdiff_t vectors) {
  ptrdiff_t t = 0;
  for (; t + DENSE_TILE <= vectors; t += DENSE_TILE)
    dense_tile(J, DENSE_TILE, count, w, bias, input + t * LANES, input_stride, output + t * LANES,
               output_stride);
  for (; t < vectors; t++)
    dense_tile(J, 1, count, w, bias, input + t * LANES, input_stride, output + t * LANES,
               output_stride);
}

#define DENSE_CASE(J)                                                             \
  case J:                                                                         \
    dense_sums(J, count, w, b, input, input_stride, y, output_stride, vectors);   \
    break;

/// Sums `first ..< last`, of `count` rows each.
INLINE void dense_product(ptrdiff_t first, ptrdiff_t last, ptrdiff_t count, dense_weights of,
                          const float *bias, const float *input, ptrdiff_t input_stride,
                          float *output, ptrdiff_t output_stride, ptrdiff_t vectors) {
  for (ptrdiff_t j = first; j < last; j += DENSE_OUTPUTS) {
    dense_weights w = of;
    w.values += j * of.sum;
    const float *b = bias ? bias + j : NULL;
    float *y = output + j * output_stride;
    switch (last - j) {
      DENSE_CASE(1)
      DENSE_CASE(2)
      DENSE_CASE(3)
      DENSE_CASE(4)
      DENSE_CASE(5)
      default:
        dense_sums(DENSE_OUTPUTS, count, w, b, input, input_stride, y, output_stride, vectors);
    }
  }
}

static void dense_forward(ptrdiff_t first, ptrdiff_t last, ptrdiff_t rows, ptrdiff_t columns,
                          const float *values, const float *bias, const float *input,
                          ptrdiff_t input_stride, float *output, ptrdiff_t output_stride,
                          ptrdiff_t vectors) {
  dense_weights w = {values, columns, 1};
  dense_product(first, last, rows, w, bias, input, input_stride, output, output_stride, vectors);
}

static void dense_input_gradient(ptrdiff_t first, ptrdiff_t last, ptrdiff_t columns,
                                 const float *values, const float *output_gradient,
                                 ptrdiff_t output_stride, float *input_gradient,
                                 ptrdiff_t gradient_stride, ptrdiff_t vectors) {
  dense_weights w = {values, 1, columns};
  dense_product(first, last, columns, w, NULL, output_gradient, output_stride, input_gradient,
                gradient_stride, vectors);
}
