// Large sparse layers in narrow batches, one sample at a time.
#pragma once
#include "portable_basics.h"

static void narrow_forward(ptrdiff_t first, ptrdiff_t last, ptrdiff_t columns_count, ptrdiff_t rows,
                           const ptrdiff_t *offsets, const int32_t *columns, const float *values,
                           const float *input, ptrdiff_t input_stride, float *sums,
                           ptrdiff_t width) {
  (void)columns_count;
  for (ptrdiff_t i = 0; i < rows; i++)
    for (ptrdiff_t k = offsets[i]; k < offsets[i + 1]; k++) {
      if (columns[k] < first || columns[k] >= last) continue;
      float *y = sums + columns[k] * width;
      for (ptrdiff_t s = 0; s < width; s++) y[s] += values[k] * input[i * input_stride + s];
    }
}

static void narrow_backward(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                            const int32_t *columns, float *values, float *velocity,
                            const float *input, ptrdiff_t input_stride,
                            const float *output_gradient, float *input_gradient,
                            ptrdiff_t gradient_stride, ptrdiff_t width, kernel_step step) {
  for (ptrdiff_t i = first; i < last; i++) {
    float x[LANES] = {0}, dx[LANES] = {0};
    for (ptrdiff_t s = 0; s < width; s++) x[s] = input[i * input_stride + s];
    for (ptrdiff_t k = offsets[i]; k < offsets[i + 1]; k++) {
      float dy[LANES] = {0};
      for (ptrdiff_t s = 0; s < width; s++) dy[s] = output_gradient[columns[k] * width + s];
      for (ptrdiff_t s = 0; s < width; s++) dx[s] += values[k] * dy[s];
      step_one(&values[k], &velocity[k], dot(x, dy, 1), step);
    }
    for (ptrdiff_t s = 0; input_gradient && s < LANES; s++)
      input_gradient[i * gradient_stride + s] = dx[s];
  }
}
