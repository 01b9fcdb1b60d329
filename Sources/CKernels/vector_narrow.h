// Sparse layers that are large, for a batch that is small: rows of W = 2, 4 or 8 floats, so that what
// is read in random order stays in a cache. The same bits as the kernels for whole vectors give.
#pragma once
#include "vector_sparse.h"

typedef float pairs __attribute__((ext_vector_type(2), may_alias, aligned(4)));
typedef float fours __attribute__((ext_vector_type(4), may_alias, aligned(4)));
typedef float eights __attribute__((ext_vector_type(8), may_alias, aligned(4)));

/// How many connections ahead a gradient is fetched.
#define NARROW_AHEAD 48

/// Connections whose gradients are kept until their weights are changed, all at once.
#define NARROW_BLOCK 1024

// MARK: Forward

/// The three widths' functions. In a row every connection leads to an output of its own, so that a
/// part that ends with the last output may go through it from its end.
#define NARROW_FORWARD(TYPE, W)                                                                  \
  static void narrow_forward_##W(ptrdiff_t first, ptrdiff_t last, ptrdiff_t columns_count,       \
                                 ptrdiff_t rows, const ptrdiff_t *offsets,                       \
                                 const int32_t *columns, const float *values,                    \
                                 const float *input, ptrdiff_t input_stride, float *sums) {      \
    for (ptrdiff_t i = 0; i < rows; i++) {                                                       \
      TYPE x = *(const TYPE *)(input + i * input_stride);                                        \
      ptrdiff_t begin = offsets[i], end = offsets[i + 1];                                        \
      if (first > 0 && last == columns_count) {                                                  \
        for (ptrdiff_t k = end - 1; k >= begin && columns[k] >= first; k--) {                    \
          TYPE *y = (TYPE *)(sums + (ptrdiff_t)columns[k] * W);                                  \
          *y = __builtin_elementwise_fma((TYPE)(values[k]), x, *y);                              \
        }                                                                                        \
      } else {                                                                                   \
        if (first > 0) begin = first_from(first, columns, begin, end);                           \
        for (ptrdiff_t k = begin; k < end && columns[k] < last; k++) {                           \
          TYPE *y = (TYPE *)(sums + (ptrdiff_t)columns[k] * W);                                  \
          *y = __builtin_elementwise_fma((TYPE)(values[k]), x, *y);                              \
        }                                                                                        \
      }                                                                                          \
    }                                                                                            \
  }

NARROW_FORWARD(pairs, 2)
NARROW_FORWARD(fours, 4)
NARROW_FORWARD(eights, 8)

static void narrow_forward(ptrdiff_t first, ptrdiff_t last, ptrdiff_t columns_count, ptrdiff_t rows,
                           const ptrdiff_t *offsets, const int32_t *columns, const float *values,
                           const float *input, ptrdiff_t input_stride, float *sums,
                           ptrdiff_t width) {
  if (width == 2)
    narrow_forward_2(first, last, columns_count, rows, offsets, columns, values, input,
                     input_stride, sums);
  else if (width == 4)
    narrow_forward_4(first, last, columns_count, rows, offsets, columns, values, input,
                     input_stride, sums);
  else
    narrow_forward_8(first, last, columns_count, rows, offsets, columns, values, input,
                     input_stride, sums);
}

// MARK: Backward

/// The sum over the lanes in the order of `sum_lanes`, where the lanes that are missing are 0. Adding
/// 0 first makes +0 of −0, as adding missing lanes does.
INLINE float sum_2(pairs p) {
  p = p + 0.0f;
  return p[0] + p[1];
}
INLINE float sum_4(fours p) {
  p = p + 0.0f;
  return (p[0] + p[2]) + (p[1] + p[3]);
}
INLINE float sum_8(eights p) {
  p = p + 0.0f;
  fours q = p.lo + p.hi;
  return (q[0] + q[2]) + (q[1] + q[3]);
}

#define NARROW_ROW(TYPE, W)                                                                      \
  /** One input neuron: its gradient, and those of its connections, to be summed up. */           \
  INLINE TYPE narrow_row_##W(ptrdiff_t begin, ptrdiff_t end, ptrdiff_t end_of_all,               \
                             const int32_t *columns, const float *values, const float *input,    \
                             const float *output_gradient, float *gradients) {                   \
    TYPE x = *(const TYPE *)input, dx = (TYPE)(0.0f);                                            \
    for (ptrdiff_t k = begin; k < end; k++) {                                                    \
      if (k + NARROW_AHEAD < end_of_all)                                                         \
        __builtin_prefetch(output_gradient + (ptrdiff_t)columns[k + NARROW_AHEAD] * W);          \
      TYPE dy = *(const TYPE *)(output_gradient + (ptrdiff_t)columns[k] * W);                    \
      dx = __builtin_elementwise_fma((TYPE)(values[k]), dy, dx);                                 \
      gradients[k - begin] = sum_##W(__builtin_elementwise_fma(x, dy, (TYPE)(0.0f)));            \
    }                                                                                            \
    return dx;                                                                                   \
  }                                                                                              \
  static void narrow_backward_##W(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,     \
                                  const int32_t *columns, float *values, float *velocity,        \
                                  const float *input, ptrdiff_t input_stride,                    \
                                  const float *output_gradient, float *input_gradient,           \
                                  ptrdiff_t gradient_stride, kernel_step step) {                 \
    float gradients[NARROW_BLOCK];                                                               \
    ptrdiff_t end_of_all = offsets[last];                                                        \
    for (ptrdiff_t i = first, from = offsets[first]; i < last; i++) {                            \
      ptrdiff_t begin = offsets[i], end = offsets[i + 1];                                        \
      floats dx = splat(0);                                                                      \
      if (begin - from + end - begin > NARROW_BLOCK) {                                           \
        momentum_update(begin - from, values + from, velocity + from, gradients, step);          \
        from = begin;                                                                            \
      }                                                                                          \
      if (end - begin <= NARROW_BLOCK) {                                                         \
        TYPE sum = narrow_row_##W(begin, end, end_of_all, columns, values,                       \
                                  input + i * input_stride, output_gradient,                     \
                                  gradients + (begin - from));                                   \
        memcpy(&dx, &sum, W * sizeof(float));                                                    \
      } else {                                                                                   \
        dx = narrow_long_row(begin, end, columns, values, velocity, input + i * input_stride,    \
                             output_gradient, W, step);                                          \
        from = end;                                                                              \
      }                                                                                          \
      if (input_gradient) store(input_gradient + i * gradient_stride, dx);                       \
      if (i + 1 == last)                                                                         \
        momentum_update(end - from, values + from, velocity + from, gradients, step);            \
    }                                                                                            \
  }

/// One input neuron with more connections than a block holds, one sample after the other.
static floats narrow_long_row(ptrdiff_t begin, ptrdiff_t end, const int32_t *columns, float *values,
                              float *velocity, const float *input, const float *output_gradient,
                              const int width, kernel_step step) {
  floats dx = splat(0), x = splat(0);
  memcpy(&x, input, (size_t)width * sizeof(float));
  for (ptrdiff_t k = begin; k < end; k++) {
    floats dy = splat(0);
    memcpy(&dy, output_gradient + (ptrdiff_t)columns[k] * width, (size_t)width * sizeof(float));
    dx = fused(splat(values[k]), dy, dx);
    float gradient = sum_lanes(fused(x, dy, splat(0)));
    momentum_update(1, values + k, velocity + k, &gradient, step);
  }
  return dx;
}

NARROW_ROW(pairs, 2)
NARROW_ROW(fours, 4)
NARROW_ROW(eights, 8)

static void narrow_backward(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                            const int32_t *columns, float *values, float *velocity,
                            const float *input, ptrdiff_t input_stride,
                            const float *output_gradient, float *input_gradient,
                            ptrdiff_t gradient_stride, ptrdiff_t width, kernel_step step) {
  if (width == 2)
    narrow_backward_2(first, last, offsets, columns, values, velocity, input, input_stride,
                      output_gradient, input_gradient, gradient_stride, step);
  else if (width == 4)
    narrow_backward_4(first, last, offsets, columns, values, velocity, input, input_stride,
                      output_gradient, input_gradient, gradient_stride, step);
  else
    narrow_backward_8(first, last, offsets, columns, values, velocity, input, input_stride,
                      output_gradient, input_gradient, gradient_stride, step);
}
