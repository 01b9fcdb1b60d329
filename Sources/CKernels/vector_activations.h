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

static void srelu_backward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                           float *gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                           const float *t_left, const float *a_left, const float *t_right,
                           const float *a_right, float *bias_gradient, float *t_left_gradient,
                           float *a_left_gradient, float *t_right_gradient,
                           float *a_right_gradient) {
  for (ptrdiff_t n = first; n < last; n++) {
    floats left = splat(t_left[n]), right = left + magnitude(splat(t_right[n]));
    floats all = splat(0), below = all, below_slope = all, above = all, above_slope = all;
    for (ptrdiff_t v = 0; v < vectors * LANES; v += LANES) {
      floats x = load(z + n * z_stride + v);
      float *at = gradient + n * gradient_stride + v;
      floats d = load(at);
      ints is_below = x < left, is_above = x > right;
      floats d_below = only(is_below, d), d_above = only(is_above, d);
      below += d_below;
      below_slope = fused(d_below, x - left, below_slope);
      above += d_above;
      above_slope = fused(d_above, x - right, above_slope);
      d = choose(is_below, d * a_left[n], choose(is_above, d * a_right[n], d));
      store(at, d);
      all += d;
    }
    float by_left = (1 - a_left[n]) * sum_lanes(below);
    float by_right = (1 - a_right[n]) * sum_lanes(above);
    float sign = (t_right[n] > 0) - (t_right[n] < 0);
    t_left_gradient[n] = by_left + by_right;
    t_right_gradient[n] = sign * by_right;
    a_left_gradient[n] = sum_lanes(below_slope);
    a_right_gradient[n] = sum_lanes(above_slope);
    bias_gradient[n] = sum_lanes(all);
  }
}
