// Sparse layers, one sample at a time.
#pragma once
#include "portable_basics.h"

static void sparse_forward(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                           const int32_t *rows, const int32_t *positions, const float *values,
                           const float *bias, const float *input, ptrdiff_t input_stride,
                           float *output, ptrdiff_t output_stride, ptrdiff_t vectors) {
  for (ptrdiff_t j = first; j < last; j++) {
    float *y = output + j * output_stride;
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) y[s] = bias ? bias[j] : 0;
    for (ptrdiff_t k = offsets[j]; k < offsets[j + 1]; k++) {
      const float *x = input + rows[k] * input_stride;
      float w = values[positions[k]];
      for (ptrdiff_t s = 0; s < vectors * LANES; s++) y[s] += w * x[s];
    }
  }
}

static void sparse_scatter(ptrdiff_t first, ptrdiff_t last, ptrdiff_t rows,
                           const ptrdiff_t *offsets, const int32_t *columns, const float *values,
                           const float *bias, const float *input, ptrdiff_t input_stride,
                           float *output, ptrdiff_t output_stride, ptrdiff_t vectors) {
  for (ptrdiff_t j = first; j < last; j++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++)
      output[j * output_stride + s] = bias ? bias[j] : 0;
  for (ptrdiff_t i = 0; i < rows; i++)
    for (ptrdiff_t k = offsets[i]; k < offsets[i + 1]; k++) {
      if (columns[k] < first || columns[k] >= last) continue;
      float *y = output + columns[k] * output_stride;
      for (ptrdiff_t s = 0; s < vectors * LANES; s++) y[s] += values[k] * input[i * input_stride + s];
    }
}

static void sparse_update(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                          const int32_t *columns, float *values, float *velocity,
                          const float *input, ptrdiff_t input_stride, const float *output_gradient,
                          ptrdiff_t output_stride, ptrdiff_t vectors, kernel_step step) {
  for (ptrdiff_t i = first; i < last; i++) {
    const float *x = input + i * input_stride;
    for (ptrdiff_t k = offsets[i]; k < offsets[i + 1]; k++) {
      float g = dot(x, output_gradient + columns[k] * output_stride, vectors);
      step_one(&values[k], &velocity[k], g, step);
    }
  }
}

/// dx of one input neuron, whose connections are begin ..< end.
static void gather_gradient(ptrdiff_t begin, ptrdiff_t end, const int32_t *columns,
                            const float *values, const float *output_gradient,
                            ptrdiff_t output_stride, float *dx, ptrdiff_t vectors) {
  for (ptrdiff_t s = 0; s < vectors * LANES; s++) dx[s] = 0;
  for (ptrdiff_t k = begin; k < end; k++) {
    const float *dy = output_gradient + columns[k] * output_stride;
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) dx[s] += values[k] * dy[s];
  }
}

static void sparse_backward(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                            const int32_t *columns, float *values, float *velocity,
                            const float *input, ptrdiff_t input_stride,
                            const float *output_gradient, ptrdiff_t output_stride,
                            float *input_gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                            kernel_step step) {
  for (ptrdiff_t i = first; i < last; i++) {
    gather_gradient(offsets[i], offsets[i + 1], columns, values, output_gradient, output_stride,
                    input_gradient + i * gradient_stride, vectors);
    sparse_update(i, i + 1, offsets, columns, values, velocity, input, input_stride,
                  output_gradient, output_stride, vectors, step);
  }
}

static void sparse_gradient(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                            const int32_t *columns, const float *values, const float *input,
                            ptrdiff_t input_stride, const float *output_gradient,
                            ptrdiff_t output_stride, float *input_gradient,
                            ptrdiff_t gradient_stride, ptrdiff_t vectors, float *sums, int add) {
  for (ptrdiff_t i = first; i < last; i++) {
    if (input_gradient)
      gather_gradient(offsets[i], offsets[i + 1], columns, values, output_gradient, output_stride,
                      input_gradient + i * gradient_stride, vectors);
    for (ptrdiff_t k = offsets[i]; k < offsets[i + 1]; k++) {
      float g = dot(input + i * input_stride, output_gradient + columns[k] * output_stride, vectors);
      sums[k] = add ? sums[k] + g : g;
    }
  }
}
