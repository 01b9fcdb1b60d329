// Dense layers, one sample at a time.
#pragma once
#include "portable_basics.h"

static void dense_forward(ptrdiff_t first, ptrdiff_t last, ptrdiff_t rows, ptrdiff_t columns,
                          const float *values, const float *bias, const float *input,
                          ptrdiff_t input_stride, float *output, ptrdiff_t output_stride,
                          ptrdiff_t vectors) {
  for (ptrdiff_t j = first; j < last; j++) {
    float *y = output + j * output_stride;
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) y[s] = bias ? bias[j] : 0;
    for (ptrdiff_t i = 0; i < rows; i++) {
      const float *x = input + i * input_stride;
      float w = values[i * columns + j];
      for (ptrdiff_t s = 0; s < vectors * LANES; s++) y[s] += w * x[s];
    }
  }
}

static void dense_input_gradient(ptrdiff_t first, ptrdiff_t last, ptrdiff_t columns,
                                 const float *values, const float *output_gradient,
                                 ptrdiff_t output_stride, float *input_gradient,
                                 ptrdiff_t gradient_stride, ptrdiff_t vectors) {
  for (ptrdiff_t i = first; i < last; i++) {
    float *dx = input_gradient + i * gradient_stride;
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) dx[s] = 0;
    for (ptrdiff_t j = 0; j < columns; j++)
      for (ptrdiff_t s = 0; s < vectors * LANES; s++)
        dx[s] += values[i * columns + j] * output_gradient[j * output_stride + s];
  }
}
