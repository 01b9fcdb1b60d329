// Activations and plain row work, on vectors.
#pragma once
#include "vector_basics.h"

static void row_sums(ptrdiff_t first, ptrdiff_t last, const float *panel, ptrdiff_t stride,
                     ptrdiff_t vectors, float *sums) {
  for (ptrdiff_t n = first; n < last; n++) {
    floats sum = splat(0);
    for (ptrdiff_t v = 0; v < vectors; v++) sum += load(panel + n * stride + v * LANES);
    sums[n] = sum_lanes(sum);
  }
}

static void add_bias(ptrdiff_t first, ptrdiff_t last, const float *bias, float *panel,
                     ptrdiff_t stride, ptrdiff_t vectors) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t v = 0; v < vectors; v++) {
      float *row = panel + n * stride + v * LANES;
      store(row, load(row) + bias[n]);
    }
}

/// A function of one number.
#define FORWARD_OF(NAME, FUNCTION)                                                            \
  static void NAME(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,       \
                   float *a, ptrdiff_t a_stride, ptrdiff_t vectors) {                         \
    for (ptrdiff_t n = first; n < last; n++)                                                  \
      for (ptrdiff_t v = 0; v < vectors * LANES; v += LANES)                                  \
        store(a + n * a_stride + v, FUNCTION(load(z + n * z_stride + v)));                    \
  }

/// Its backward pass, from its derivative.
#define BACKWARD_OF(NAME, DERIVATIVE)                                                         \
  static void NAME(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,       \
                   float *gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,             \
                   float *bias_gradient) {                                                    \
    for (ptrdiff_t n = first; n < last; n++) {                                                \
      floats sum = splat(0);                                                                  \
      for (ptrdiff_t v = 0; v < vectors * LANES; v += LANES) {                                \
        float *d = gradient + n * gradient_stride + v;                                        \
        floats dz = load(d) * DERIVATIVE(load(z + n * z_stride + v));                         \
        store(d, dz);                                                                         \
        sum += dz;                                                                            \
      }                                                                                       \
      bias_gradient[n] = sum_lanes(sum);                                                      \
    }                                                                                         \
  }

INLINE floats sigmoid(floats z) { return 1.0f / (1.0f + exponential(-z)); }

INLINE floats sigmoid_derivative(floats z) {
  floats y = sigmoid(z);
  return y * (1.0f - y);
}

/// Cephes: a polynomial near zero, 1 − 2/(exp 2|z| + 1) beyond.
INLINE floats hyperbolic_tangent(floats z) {
  floats size = magnitude(z), square = z * z;
  floats p = fused(splat(-5.70498872745e-3f), square, splat(2.06390887954e-2f));
  p = fused(p, square, splat(-5.37397155531e-2f));
  p = fused(p, square, splat(1.33314422036e-1f));
  p = fused(p, square, splat(-3.33332819422e-1f));
  floats near = fused(p * square, z, z);
  floats far = 1.0f - 2.0f / (exponential(2.0f * size) + 1.0f);
  far = (floats)((ints)far | ((ints)z & (int32_t)0x80000000));
  return choose(size < 0.625f, near, far);
}

INLINE floats tanh_derivative(floats z) {
  floats y = hyperbolic_tangent(z);
  return 1.0f - y * y;
}

FORWARD_OF(tanh_forward, hyperbolic_tangent)
BACKWARD_OF(tanh_backward, tanh_derivative)
FORWARD_OF(sigmoid_forward, sigmoid)
BACKWARD_OF(sigmoid_backward, sigmoid_derivative)

static void slope_forward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                          float *a, ptrdiff_t a_stride, ptrdiff_t vectors, float slope) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t v = 0; v < vectors * LANES; v += LANES) {
      floats x = load(z + n * z_stride + v);
      store(a + n * a_stride + v, choose(x > 0.0f, x, slope * x));
    }
}

static void slope_backward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                           float *gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                           float slope, float *bias_gradient) {
  for (ptrdiff_t n = first; n < last; n++) {
    floats sum = splat(0);
    for (ptrdiff_t v = 0; v < vectors * LANES; v += LANES) {
      float *at = gradient + n * gradient_stride + v;
      floats d = load(at);
      d = choose(load(z + n * z_stride + v) > 0.0f, d, slope * d);
      store(at, d);
      sum += d;
    }
    bias_gradient[n] = sum_lanes(sum);
  }
}

static void srelu_forward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                          float *a, ptrdiff_t a_stride, ptrdiff_t vectors, const float *t_left,
                          const float *a_left, const float *t_right, const float *a_right) {
  for (ptrdiff_t n = first; n < last; n++) {
    floats left = splat(t_left[n]), right = left + magnitude(splat(t_right[n]));
    for (ptrdiff_t v = 0; v < vectors * LANES; v += LANES) {
      floats x = load(z + n * z_stride + v);
      floats below = fused(splat(a_left[n]), x - left, left);
      floats above = fused(splat(a_right[n]), x - right, right);
      floats y = choose(x < left, below, choose(x > right, above, x));
      store(a + n * a_stride + v, y);
    }
  }
}

/// What one neuron adds up over the batch.
typedef struct {
  floats all, below, below_slope, above, above_slope;
} srelu_sums;

INLINE srelu_sums srelu_row_backward(const float *z, float *gradient, ptrdiff_t vectors, floats left,
                                     floats right, floats left_slope, floats right_slope) {
  srelu_sums sums = {splat(0), splat(0), splat(0), splat(0), splat(0)};
  for (ptrdiff_t v = 0; v < vectors * LANES; v += LANES) {
    floats x = load(z + v), d = load(gradient + v);
    ints is_below = x < left, is_above = x > right;
    floats d_below = only(is_below, d), d_above = only(is_above, d);
    sums.below += d_below;
    sums.below_slope = fused(d_below, x - left, sums.below_slope);
    sums.above += d_above;
    sums.above_slope = fused(d_above, x - right, sums.above_slope);
    d = choose(is_below, d * left_slope, d);
    d = choose(is_above, d * right_slope, d);
    store(gradient + v, d);
    sums.all += d;
  }
  return sums;
}

static void srelu_backward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                           float *gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                           const float *t_left, const float *a_left, const float *t_right,
                           const float *a_right, float *bias_gradient, float *t_left_gradient,
                           float *a_left_gradient, float *t_right_gradient,
                           float *a_right_gradient) {
  // 16 neurons at a time, so that their sums are added up together.
  for (; first < last; first += LANES) {
    ptrdiff_t count = last - first < LANES ? last - first : LANES;
    floats all[LANES], below[LANES], below_slope[LANES], above[LANES], above_slope[LANES];
    for (ptrdiff_t i = 0; i < LANES; i++) {
      ptrdiff_t n = first + i;
      srelu_sums sums = {splat(0), splat(0), splat(0), splat(0), splat(0)};
      if (i < count) {
        floats left = splat(t_left[n]), right = left + magnitude(splat(t_right[n]));
        sums = srelu_row_backward(z + n * z_stride, gradient + n * gradient_stride, vectors, left,
                                  right, splat(a_left[n]), splat(a_right[n]));
      }
      all[i] = sums.all;
      below[i] = sums.below;
      below_slope[i] = sums.below_slope;
      above[i] = sums.above;
      above_slope[i] = sums.above_slope;
    }
    floats distance = load_first(t_right + first, count), one = splat(1);
    floats by_left = (one - load_first(a_left + first, count)) * sum_lanes_of_16(below);
    floats by_right = (one - load_first(a_right + first, count)) * sum_lanes_of_16(above);
    floats sign = only(distance > 0.0f, one) - only(distance < 0.0f, one);
    store_first(t_left_gradient + first, by_left + by_right, count);
    store_first(t_right_gradient + first, sign * by_right, count);
    store_first(a_left_gradient + first, sum_lanes_of_16(below_slope), count);
    store_first(a_right_gradient + first, sum_lanes_of_16(above_slope), count);
    store_first(bias_gradient + first, sum_lanes_of_16(all), count);
  }
}
