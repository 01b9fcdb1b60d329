// Activations and their derivatives, one sample at a time.
#pragma once
#include "portable_basics.h"

static void slope_forward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                          float *a, ptrdiff_t a_stride, ptrdiff_t vectors, float slope) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) {
      float x = z[n * z_stride + s];
      a[n * a_stride + s] = x > 0 ? x : slope * x;
    }
}

static void slope_backward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                           float *gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                           float slope, float *bias_gradient) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++)
      if (!(z[n * z_stride + s] > 0)) gradient[n * gradient_stride + s] *= slope;
  row_sums(first, last, gradient, gradient_stride, vectors, bias_gradient);
}

static void srelu_forward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                          float *a, ptrdiff_t a_stride, ptrdiff_t vectors, const float *t_left,
                          const float *a_left, const float *t_right, const float *a_right) {
  for (ptrdiff_t n = first; n < last; n++) {
    float left = t_left[n], right = t_left[n] + fabsf(t_right[n]);
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) {
      float x = z[n * z_stride + s], y = x;
      if (x > right) y = right + a_right[n] * (x - right);
      if (x < left) y = left + a_left[n] * (x - left);
      a[n * a_stride + s] = y;
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
    float left = t_left[n], right = t_left[n] + fabsf(t_right[n]);
    float below[LANES] = {0}, below_slope[LANES] = {0};
    float above[LANES] = {0}, above_slope[LANES] = {0};
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) {
      float x = z[n * z_stride + s], *d = &gradient[n * gradient_stride + s];
      if (x < left) {
        below[s % LANES] += *d;
        below_slope[s % LANES] += *d * (x - left);
        *d *= a_left[n];
      } else if (x > right) {
        above[s % LANES] += *d;
        above_slope[s % LANES] += *d * (x - right);
        *d *= a_right[n];
      }
    }
    float by_left = (1 - a_left[n]) * sum_lanes(below);
    float by_right = (1 - a_right[n]) * sum_lanes(above);
    float sign = (t_right[n] > 0) - (t_right[n] < 0);
    t_left_gradient[n] = by_left + by_right;
    t_right_gradient[n] = sign * by_right;
    a_left_gradient[n] = sum_lanes(below_slope);
    a_right_gradient[n] = sum_lanes(above_slope);
    bias_gradient[n] = row_sum(gradient + n * gradient_stride, vectors);
  }
}

static void tanh_forward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                         float *a, ptrdiff_t a_stride, ptrdiff_t vectors) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++)
      a[n * a_stride + s] = tanhf(z[n * z_stride + s]);
}

static void tanh_backward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                          float *gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                          float *bias_gradient) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) {
      float y = tanhf(z[n * z_stride + s]);
      gradient[n * gradient_stride + s] *= 1 - y * y;
    }
  row_sums(first, last, gradient, gradient_stride, vectors, bias_gradient);
}

static float sigmoid(float z) { return 1 / (1 + expf(-z)); }

static void sigmoid_forward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                            float *a, ptrdiff_t a_stride, ptrdiff_t vectors) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++)
      a[n * a_stride + s] = sigmoid(z[n * z_stride + s]);
}

static void sigmoid_backward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                             float *gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                             float *bias_gradient) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) {
      float y = sigmoid(z[n * z_stride + s]);
      gradient[n * gradient_stride + s] *= y * (1 - y);
    }
  row_sums(first, last, gradient, gradient_stride, vectors, bias_gradient);
}
