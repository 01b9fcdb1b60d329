// What all portable kernels share.
#pragma once
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "kernel_table.h"

enum { LANES = 16 };

/// The sum of 16 lanes in the order that every set keeps.
static float sum_lanes(const float *lanes) {
  float sum[LANES];
  for (int l = 0; l < LANES; l++) sum[l] = lanes[l];
  for (int half = 8; half > 0; half /= 2)
    for (int l = 0; l < half; l++) sum[l] += sum[l + half];
  return sum[0];
}

static void step_one(float *value, float *velocity, float gradient, kernel_step step) {
  float pull = gradient + step.decay * *value;
  *velocity = step.momentum * *velocity - step.rate * pull;
  *value += *velocity;
}

static float dot(const float *a, const float *b, ptrdiff_t vectors) {
  float lanes[LANES] = {0};
  for (ptrdiff_t v = 0; v < vectors; v++)
    for (int l = 0; l < LANES; l++) lanes[l] += a[v * LANES + l] * b[v * LANES + l];
  return sum_lanes(lanes);
}

static void momentum_update(ptrdiff_t count, float *values, float *velocity,
                            const float *gradient, kernel_step step) {
  for (ptrdiff_t n = 0; n < count; n++) step_one(&values[n], &velocity[n], gradient[n], step);
}

static float row_sum(const float *row, ptrdiff_t vectors) {
  float lanes[LANES] = {0};
  for (ptrdiff_t s = 0; s < vectors * LANES; s++) lanes[s % LANES] += row[s];
  return sum_lanes(lanes);
}

static void row_sums(ptrdiff_t first, ptrdiff_t last, const float *panel, ptrdiff_t stride,
                     ptrdiff_t vectors, float *sums) {
  for (ptrdiff_t n = first; n < last; n++) sums[n] = row_sum(panel + n * stride, vectors);
}

static void add_bias(ptrdiff_t first, ptrdiff_t last, const float *bias, float *panel,
                     ptrdiff_t stride, ptrdiff_t vectors) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) panel[n * stride + s] += bias[n];
}
