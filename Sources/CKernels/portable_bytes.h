// Activations rounded to bytes, and their products, one at a time.
#pragma once
#include "portable_basics.h"

static void quantize_rows(ptrdiff_t first, ptrdiff_t last, const float *panel, ptrdiff_t stride,
                          ptrdiff_t samples, int8_t *bytes, ptrdiff_t bytes_stride, uint8_t *quads,
                          float *scales, int32_t *sums, float *errors) {
  ptrdiff_t padded = (samples + LANES - 1) / LANES * LANES;
  for (ptrdiff_t n = first; n < last; n++) {
    const float *x = panel + n * stride;
    float largest = 0;
    for (ptrdiff_t s = 0; s < samples; s++) {
      // What is no number passes for infinite.
      float magnitude = fabsf(x[s]);
      largest = magnitude <= largest ? largest : magnitude <= INFINITY ? magnitude : INFINITY;
    }
    int counts = largest >= KERNEL_LEAST_BYTES && largest < KERNEL_MOST_BYTES;
    float scale = counts ? largest / 127 : 0, steps = counts ? 127 / largest : 0, error = 0;
    uint8_t *group = quads + n / LANES * LANES * padded + n % LANES * 4;
    int32_t sum = 0;
    for (ptrdiff_t s = 0; s < padded; s++) {
      float value = s < samples && largest < KERNEL_MOST_BYTES ? x[s] : 0;
      // Adding 1.5·2²³ rounds to a whole number.
      float whole = (value * steps + 12582912.0f) - 12582912.0f;
      float rest = value - scale * whole;
      error += rest * rest;
      bytes[n * bytes_stride + s] = (int8_t)whole;
      group[s / 4 * 64 + s % 4] = (uint8_t)((int32_t)whole + 128);
      sum += (int32_t)whole;
    }
    scales[n] = scale;
    sums[n] = sum;
    errors[n] += error;
  }
}

static void byte_products(ptrdiff_t rows, ptrdiff_t columns, const int8_t *bytes,
                          ptrdiff_t bytes_stride, const float *scales, const int32_t *sums,
                          const uint8_t *quads, const float *quad_scales, ptrdiff_t samples,
                          float *products, ptrdiff_t products_stride) {
  ptrdiff_t padded = (samples + LANES - 1) / LANES * LANES;
  for (ptrdiff_t i = 0; i < rows; i++)
    for (ptrdiff_t j = 0; j < columns; j++) {
      const uint8_t *group = quads + j / LANES * LANES * padded + j % LANES * 4;
      int32_t sum = -128 * sums[i];
      for (ptrdiff_t s = 0; s < padded; s++)
        sum += bytes[i * bytes_stride + s] * (int32_t)group[s / 4 * 64 + s % 4];
      products[i * products_stride + j] += (float)sum * (scales[i] * quad_scales[j]);
    }
}
